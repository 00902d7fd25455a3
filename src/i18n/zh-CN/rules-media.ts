/** 视频：what the rules over videos say. */
import { formatDuration, formatSize } from '../../util/format.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { specScreenZh } from './screens-more.ts';
import { bindingZh, limitMessageZh, limitZh } from './words.ts';

const FIELD_ZH = { codec: '视频编码', size: '画面尺寸', duration: '时长' } as const;

const WHY_LIMIT = '来函（或本次规范）对视频规格的要求。';

export const videoTextsZh: RuleTextsOf<'video'> = {
  'video/container': {
    title: '封装格式',
    why: '来函建议视频格式为 MP4；扩展名叫 mp4 的，内容不一定是。',
    mend: '请用剪辑软件重新导出为 MP4，不要只改扩展名。',
    example: '封装 mov，要求 mp4',
    message: limitMessageZh('封装格式'),
  },
  'video/codec': {
    title: '视频编码',
    why: '来函建议编码为 H.264；其他编码在对方平台上可能放不出来。',
    mend: '请重新导出为 H.264（AVC）编码的 MP4。',
    example: '视频编码 av1，要求 h264',
    message: limitMessageZh('视频编码'),
  },
  'video/resolution': {
    title: '分辨率',
    why: '来函建议分辨率为 1920x1080。按显示的尺寸比较，旋转和像素形状另有规则。',
    mend: '请用原始素材按要求的分辨率重新导出；不要把小画面拉大。',
    example: '分辨率 1280x720，要求 1920x1080',
    message: limitMessageZh('分辨率'),
  },
  'video/duration': {
    title: '时长',
    why: '来函建议微课时长 15-20 分钟。',
    mend: '太长的请剪短后重新导出，太短的请补录，或换一门。',
    example: '时长 14:42，要求 15:00-20:00',
    message: limitMessageZh('时长'),
  },
  'video/size': {
    title: '文件大小',
    why: '来函建议文件不超过 1G。1G 有两种算法（10 亿字节，或 1024 x 1024 x 1024 字节），落在两者之间的作提示。',
    mend: '请降低码率重新导出（1080p 的课程 2-4 Mbit/s 已经够用）。',
    example: '大小 1.2 GiB，要求不超过 1 GiB',
    message: limitMessageZh('大小'),
  },
  'video/profile': {
    title: '编码档次',
    why: WHY_LIMIT,
    mend: '请在导出设置里选择要求的档次（profile）。',
    example: '编码档次 High 10，要求 High',
    message: limitMessageZh('编码档次'),
  },
  'video/level': {
    title: '编码级别',
    why: WHY_LIMIT,
    mend: '请在导出设置里选择要求的级别（level）。',
    example: '编码级别 5.1，要求不超过 4.2',
    message: limitMessageZh('编码级别'),
  },
  'video/frame-rate': {
    title: '帧率',
    why: WHY_LIMIT,
    mend: '请在导出设置里选择要求的帧率。',
    example: '帧率 15，要求不低于 25',
    message: limitMessageZh('帧率'),
  },
  'video/bit-rate': {
    title: '视频码率',
    why: WHY_LIMIT,
    mend: '请在导出设置里调整码率。',
    example: '视频码率 500 kbit/s，要求不低于 1 Mbit/s',
    message: limitMessageZh('视频码率'),
  },
  'video/bit-depth': {
    title: '位深',
    why: WHY_LIMIT,
    mend: '请在导出设置里选择要求的位深。',
    example: '位深 10，要求 8',
    message: limitMessageZh('位深'),
  },
  'video/aspect-ratio': {
    title: '画面比例',
    why: WHY_LIMIT,
    mend: '请按要求的画面比例重新导出。',
    example: '画面比例 4:3，要求 16:9',
    message: limitMessageZh('画面比例'),
  },
  'video/audio-codec': {
    title: '音频编码',
    why: WHY_LIMIT,
    mend: '请在导出设置里选择要求的音频编码。',
    example: '音频编码 mp3，要求 aac',
    message: limitMessageZh('音频编码'),
  },
  'video/audio-sample-rate': {
    title: '音频采样率',
    why: WHY_LIMIT,
    mend: '请在导出设置里选择要求的采样率。',
    example: '音频采样率 22050 Hz，要求 48000 Hz',
    message: limitMessageZh('音频采样率'),
  },
  'video/audio-channels': {
    title: '声道数',
    why: WHY_LIMIT,
    mend: '请在导出设置里选择要求的声道数。',
    example: '声道数 1，要求 2',
    message: limitMessageZh('声道数'),
  },
  'video/audio-bit-rate': {
    title: '音频码率',
    why: WHY_LIMIT,
    mend: '请在导出设置里调整音频码率。',
    example: '音频码率 32 kbit/s，要求不低于 128 kbit/s',
    message: limitMessageZh('音频码率'),
  },
  'video/audio-bit-rate-mode': {
    title: '音频码率模式',
    why: WHY_LIMIT,
    mend: '请在导出设置里选择要求的码率模式。',
    example: '音频码率模式 variable，要求 constant',
    message: limitMessageZh('音频码率模式'),
  },
  'video/pixel-format': {
    title: '像素格式',
    why: '不是 8 位 4:2:0 的视频，很多播放器放不出来。',
    mend: '请导出为 8 位 4:2:0（yuv420p）。',
    example: '像素格式 yuv420p10le',
    message: ({ actual, limit, binding }) =>
      limit === null
        ? `像素格式 ${actual}，不是 8 位 4:2:0，很多播放器放不出来`
        : `像素格式 ${actual}，要求 ${limitZh(limit)}${bindingZh(binding)}`,
  },
  'video/interlaced': {
    title: '隔行扫描',
    aspect: '扫描方式',
    why: '隔行扫描的画面在电脑上会有梳齿状横纹。',
    mend: '请去隔行后重新导出为逐行扫描。',
    example: '摄像机直出的 1080i 素材',
    message: ({ binding }) =>
      `画面是隔行扫描${binding === null ? '，在电脑上会有横纹' : `，要求逐行扫描${bindingZh(binding)}`}`,
  },
  'video/variable-frame-rate': {
    title: '可变帧率',
    aspect: '帧率模式',
    why: '可变帧率（常见于手机和录屏）剪辑、转码后容易声画不同步。',
    mend: '请导出为固定帧率。',
    example: '手机录制的视频',
    message: ({ mean, binding }) =>
      `帧率不固定${mean === null ? '' : `（平均 ${mean}）`}${binding === null ? '，转码后容易声画不同步' : `，要求固定帧率${bindingZh(binding)}`}`,
  },
  'video/unmeasured': {
    title: '有要求却测不出',
    aspect: '测出的要求项',
    why: '测不出的项目不能算合格。',
    mend: '请重新导出为常见的 MP4；已安装 ffmpeg 的电脑能读出更多。确认无误的，可以写明理由豁免。',
    example: '没有时长信息的 MP4',
    message: ({ fields }) =>
      `测不出${fields.map((field) => specScreenZh.fields[field] ?? field).join('、')}，不能算合格`,
  },
  'video/truncated': {
    title: '视频不完整',
    aspect: '完整',
    why: '文件的索引指向文件末尾之外，后面的内容丢了，多半是复制或下载中断。',
    mend: '请重新复制或下载，或向原单位重新要一份。',
    example: '拷贝到一半的 微课.mp4',
    message: ({ missingBytes }) =>
      `视频不完整，末尾${missingBytes === null ? '缺了一部分' : `至少缺 ${formatSize(missingBytes)}`}`,
  },
  'video/no-audio': {
    title: '没有声音',
    aspect: '音轨数',
    why: '微课要有讲解；没有音轨的视频多半是导出时漏了声音。',
    mend: '请连同声音重新导出。',
    example: '只有画面的 微课.mp4',
    message: () => '视频没有音轨',
  },
  'video/rotated': {
    title: '画面带旋转标记',
    aspect: '旋转角度',
    why: '靠标记旋转的视频，在有些播放器里会躺倒。',
    mend: '请把画面转正后重新导出。',
    example: '手机竖拍的视频',
    message: ({ degrees }) => `画面靠标记旋转 ${degrees} 度显示，有的播放器不认`,
  },
  'video/anamorphic': {
    title: '像素不是正方形',
    aspect: '像素宽高比',
    why: '靠像素形状拉宽的画面，在有些播放器里会变形。',
    mend: '请按正方形像素重新导出。',
    example: '1440x1080，显示为 1920x1080',
    message: ({ ratio, coded, displayed }) =>
      `像素宽高比 ${ratio}：编码 ${coded}，显示为 ${displayed}，有的播放器会变形`,
  },
  'video/faststart': {
    title: '不能边下边播',
    aspect: '索引位置',
    why: '索引（moov）在文件末尾，网上观看要等整个文件下载完。',
    mend: '导出时勾选「网络优化」（fast start）即可；不影响报送。',
    example: '索引在末尾的 MP4',
    message: () => '索引在文件末尾，网上观看要等全部下载完才开始播放',
  },
  'video/av-length': {
    title: '声画长度不一',
    aspect: '画面与声音长度',
    why: '声音和画面相差 1 秒以上，片尾会无声或黑屏，也可能全程不同步。',
    mend: '请在剪辑软件里对齐后重新导出。',
    example: '画面 16:00，声音 15:40',
    message: ({ videoMs, audioMs }) =>
      `画面长 ${formatDuration(videoMs, true)}，声音长 ${formatDuration(audioMs, true)}`,
  },
  'video/extra-streams': {
    title: '多余的音视频流',
    aspect: '多余的流',
    why: '平台一般只播第一路画面和声音，其余的听众看不到。',
    mend: '请确认第一路就是要报送的；导出时只留一路画面、一路声音。',
    example: '两条音轨',
    message: ({ video, audio, data, pictures }) =>
      `除一路画面、一路声音外，还有${[
        video > 0 ? `${video} 路画面` : '',
        audio > 0 ? `${audio} 路声音` : '',
        data > 0 ? `${data} 路数据` : '',
        pictures > 0 ? `${pictures} 张封面` : '',
      ]
        .filter(Boolean)
        .join('、')}`,
  },
  'video/readers-disagree': {
    title: '两种读法结果不同',
    aspect: '两种读法',
    why: '两个互相独立的读取程序得出不同的结果，文件的结构可能有问题。',
    mend: '请在几种播放器里打开核对；最好重新导出。',
    example: '一个读出 16:00，另一个读出 12:30',
    message: ({ field, readings }) =>
      `${FIELD_ZH[field]}读出的结果不一致：${readings.map(({ reader, value }) => `${reader} 为 ${value}`).join('，')}`,
  },
};
