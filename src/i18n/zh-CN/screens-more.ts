/** 检查以外各命令的屏幕。 */
import { REASON_BLANK } from '../../model/reason-blank.ts';
import type {
  ChangeScreen,
  DemoScreen,
  DoctorScreen,
  InitScreen,
  ProbeScreen,
  RulesScreen,
  SpecScreen,
  StatusScreen,
} from '../screens.ts';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

function zoneZh(zone: string): string {
  return zone === 'Asia/Shanghai' ? '北京时间' : zone;
}

export const statusScreenZh: StatusScreen = {
  now: (local, weekday, zone) => `${local.slice(0, 5)} ${WEEKDAYS[weekday - 1]} ${local.slice(6)}（${zoneZh(zone)}）`,
  noDeadline: '常态化报送，没有截止时间',
  deadline: (prudent, latest, source) =>
    `报送截止${source === null ? '' : `（${source}）`}：稳妥按 ${prudent}，最迟 ${latest}`,
  leftToPrudent: (left) => `离稳妥的时间还有 ${left}`,
  leftToLatest: (left) => `已过稳妥的时间；离最迟的时间还有 ${left}`,
  done: '上次检查之后没有改动，不必再查；可以报送。下一步：sizheng pack',
  passed: '已过最迟的时间',
  head: ['类别', '要求', '收到', '上次合格'],
  neverChecked: '还没有检查过',
  lastCheck: (local, passed) => `上次检查 ${local}：${passed ? '通过' : '有须整改'}`,
  unchanged: '之后没有改动',
  changed: (count, examples) =>
    `之后改动 ${count} 个文件：${examples.join('、')}${count > examples.length ? ` 等` : ''}`,
  next: (command) => `下一步：${command}`,
};

export const rulesScreenZh: RulesScreen = {
  head: ['规则', '级别', '查什么'],
  columns: { id: '规则', title: '查什么', severity: '级别', why: '为什么', mend: '怎么办' },
  why: '为什么：',
  source: '依据：',
  severity: '级别：',
  mend: '怎么办：',
  example: '例如：',
  waivable: '可以写明理由豁免',
  notWaivable: '不能豁免',
  waiverExample: (line) => `：在 sizheng.yaml 的 waivers: 下面写一行，如 ${line}`,
  waiverReason: REASON_BLANK['zh-CN'],
  limits: (limits) => `规范里可改的数：${limits.join('、')}`,
  clause: (text, binding) => `「${text}」（${binding}）`,
  clauseSeparator: '；',
  noClause: '现行规范没有这项要求',
  practice: '实践经验',
  clauseSeverity: '按条款',
  off: '本规范不查',
  heading: '规则一览',
};

export const specScreenZh: SpecScreen = {
  id: '编号：',
  source: '出处：',
  deadline: (month, day) => `首批截止：${month} 月 ${day} 日之前`,
  recommended: { error: '「建议」的要求：须整改（可写明理由豁免）', warning: '「建议」的要求：只作提醒' },
  binding: { must: '请', should: '建议', guidance: '供参考' },
  quota: (scope, batch, per) =>
    [
      { province: '省级', institution: '学校' }[scope ?? 'province'] ?? '',
      batch === 'first' ? '首批' : batch === 'regular' ? '常态化' : '',
      { submission: '', institution: '每校', person: '每人' }[per] ?? '',
    ]
      .filter((word, index) => word !== '' && !(index === 0 && scope === null))
      .join(' ') || '名额',
  required: '必交',
  optional: '可交',
  slot: (name, min, max, formats) =>
    `${name}${max === 1 ? '（1 个）' : max === null ? (min > 0 ? `（至少 ${min} 个）` : '') : `（${min}-${max} 个）`}${formats === null ? '' : `：${formats.join('、')}`}`,
  fields: {
    container: '封装格式',
    codec: '视频编码',
    profile: '编码档次',
    frameRateMode: '帧率模式',
    scan: '扫描方式',
    pixelFormat: '像素格式',
    aspectRatio: '画面比例',
    audioCodec: '音频编码',
    audioBitRateMode: '音频码率模式',
    duration: '时长',
    size: '大小',
    frameRate: '帧率',
    bitRate: '视频码率',
    bitDepth: '位深',
    level: '编码级别',
    sampleRate: '音频采样率',
    channels: '声道数',
    audioBitRate: '音频码率',
    wordCount: '字数',
    resolution: '分辨率',
  },
  topics: '主题：',
  list: (words) => words.join('、'),
  wholeSlots: '随整批材料',
  attestations: '由人说明、程序不检查的事项（在 sizheng.yaml 的 attestations: 下各写一行「编号: 声明人」）',
  clauses: '条款原文',
  valid: (id, title) => `规范没有错误：${id}《${title}》`,
};

export const probeScreenZh: ProbeScreen = {
  yes: '是',
  no: '否',
  kind: '种类',
  format: '格式',
  failed: '读不出来',
  fields: {
    container: '封装格式',
    sizeBytes: '大小',
    durationMs: '时长',
    faststart: '可边下边播',
    truncated: '不完整',
    codec: '编码',
    profile: '档次',
    level: '级别',
    size: '画面尺寸',
    displaySize: '显示尺寸',
    rotation: '旋转',
    sampleAspectRatio: '像素宽高比',
    frameRate: '帧率',
    frameRateMode: '帧率模式',
    scan: '扫描方式',
    pixelFormat: '像素格式',
    bitDepth: '位深',
    bitRate: '码率',
    bitRateMode: '码率模式',
    channels: '声道数',
    sampleRate: '采样率',
    language: '语言',
    encoding: '文字编码',
    hadBom: '带 BOM',
    cueCount: '字幕条数',
    firstMs: '首条开始',
    lastMs: '末条结束',
    coveredMs: '有字幕的时间',
    wordCount: '字数',
    characters: '字符数（不计空格）',
    pages: '页数',
    firstLine: '首行',
    video: '画面',
    audio: '声音',
    subtitles: '字幕轨',
    extra: '多余的流',
  },
};

export const doctorScreenZh: DoctorScreen = {
  ok: '正常',
  warning: '注意',
  failed: '有问题',
  node: (version, wanted) => `Node.js ${version}（要求 ${wanted}）`,
  nodeFix: '请到 nodejs.org 安装 Node.js 20.19 以上的版本',
  ffprobe: {
    found: (version, origin, path) =>
      `ffprobe ${version}（${{ env: 'SIZHENG_FFPROBE 指定', bundled: '自带', path: '系统安装' }[origin]}）${path}`,
    missing: '没有 ffprobe：只用自带的读取程序，读得出 MP4/MOV，不能互相核对',
    missingFix: '请安装 ffmpeg（其中有 ffprobe），或用 SIZHENG_FFPROBE 指明位置',
    broken: (path) => `ffprobe 运行不了：${path}`,
    brokenFix: '请重新安装，或用 SIZHENG_FFPROBE 指明另一个能运行的 ffprobe',
  },
  ffmpeg: {
    found: (version, origin, path) =>
      `ffmpeg ${version}（${{ env: 'SIZHENG_FFMPEG 指定', bundled: '自带', path: '系统安装' }[origin]}）${path}`,
    missing: '没有 ffmpeg：HTML 报告里没有画面缩略图（不影响检查结果）',
    missingFix: '请安装 ffmpeg，或用 SIZHENG_FFMPEG 指明位置',
    broken: (path) => `ffmpeg 运行不了：${path}`,
    brokenFix: '请重新安装，或用 SIZHENG_FFMPEG 指明另一个能运行的 ffmpeg',
  },
  index: (version) => `自带的 MP4 读取程序（第 ${version} 版）`,
  locale: (name, utf8) => `语言环境 ${name}${utf8 ? '' : '（不是 UTF-8，中文可能显示为乱码）'}`,
  localeFix: 'Windows：先运行 chcp 65001；Linux：设置 LANG=zh_CN.UTF-8。或用 --reporter terminal=报告.txt 写到文件',
  terminal: (columns, isTerminal) => (isTerminal ? `终端宽 ${columns} 列` : `输出不在终端上，按 ${columns} 列排版`),
  narrowFix: '请把窗口拉宽到 80 列以上',
  disk: (path, free) => `「${path}」所在磁盘剩余 ${free}`,
  diskFix: '作品占的空间大，请先清理磁盘',
  cache: (path, entries, size) => `缓存 ${entries} 个文件，${size}：${path}`,
  cacheUnwritable: (path) => `缓存写不进去：${path}（不影响检查，只是每次都要重新读取）`,
  cacheFix: '请检查文件夹权限，或用 --cache-dir 换一个位置',
  summary: (problems) => (problems === 0 ? '都正常，可以使用' : `有 ${problems} 处要注意`),
};

export const changeScreenZh: ChangeScreen = {
  excluded: (label, reason, file) => `已撤下 ${label}，理由「${reason}」；记在 ${file}，文件没有移动`,
  included: (label, file) => `已选入 ${label}；记在 ${file}，文件没有移动`,
  unchanged: (label) => `${label} 本来就是这样，没有改动`,
  next: (command) => `下一步：${command}`,
};

export const initScreenZh: InitScreen = {
  askScope: '谁来报送？',
  scopes: { province: '省级教育工作部门', institution: '学校' },
  askProvince: '哪个省（区、市）？',
  askInstitution: '学校全称？',
  askBatch: '哪一批？',
  batches: { first: '首批（有名额和截止时间）', regular: '常态化报送' },
  askYear: '哪一年？',
  askFolder: '工作文件夹叫什么名字（放在当前文件夹里）？',
  batchNames: { first: '首批', regular: '常态化' },
  otherProvince: '其他（自己写）',
  created: (count) => `新建了 ${count} 个文件和文件夹`,
  kept: (paths) => `这些本来就有，没有改动：${paths.join('、')}`,
  next: (dir) => [
    `1. 把作品放进「${dir}」里的类别文件夹，一件作品一个文件夹，名字写「序号-题目-学校」`,
    '2. 填写「作品信息.xlsx」（可以不填：文件夹名写全也行）',
    `3. 检查：sizheng validate${dir === '.' ? '' : ` ${dir}`}`,
    '模板和填写须知在「模板」文件夹里，可以发给供稿的老师',
  ],
};

export const demoScreenZh: DemoScreen = {
  made: (dir) => `在「${dir}」里做好了一个样例省份：25 件作品，都是真实的小文件（校名、内容为虚构）。`,
  cleanMade: (dir) => `在「${dir}」里做好了一个没有问题的样例省份。检查一下：`,
  faultsAhead: '其中故意留下几处毛病，看能不能查出来：',
  mending: (what) => `改：${what}`,
  faults: {
    duration: '02 微课的视频只有 14:42',
    subtitle: '03 微课没有字幕',
    type: '07 案例的「文档」其实是一个网页',
    missing: '会商指导方案只有 4 个',
  },
  mends: {
    duration: '02 微课换成 15:45 的视频',
    subtitle: '03 微课补上字幕',
    type: '07 案例换成真正的文档',
    missing: '补上第 5 个会商指导方案',
  },
  checkAgain: '都改好了，再检查一次：',
  packing: '检查通过，打成报送包：',
  verifying: '收到的一方这样复核：',
  done: (dir) => [
    `演示完成。接着可以试试：`,
    `  sizheng status ${dir}`,
    `  sizheng validate ${dir} --verbose`,
    `  sizheng pack ${dir} --layout upload`,
    `  sizheng summary ${dir}`,
    `  sizheng init 我的工作文件夹`,
  ],
  unexpected: '演示的结果与预想的不一样，请运行 sizheng doctor 看看这台电脑有什么问题',
};
