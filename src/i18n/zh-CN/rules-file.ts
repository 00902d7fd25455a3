/** 文件：what the rules over single files and folders say. */
import type { NameFault, RuleParams } from '../../model/rule-params.ts';
import type { RuleTextsOf } from '../catalogue.ts';

const UNREADABLE_ZH: Record<RuleParams['file/unreadable']['reason'], string> = {
  unreadable: '打不开',
  damaged: '内容已损坏，读不出来',
  'no-streams': '里面没有画面和声音',
  timeout: '读取超时',
  encrypted: '有密码保护，读不出内容',
  undecodable: '文字编码认不出来',
  'no-cues': '里面没有一条字幕',
  'too-large': '大得异常，已停止读取',
};

function nameFault(params: NameFault): string {
  switch (params.fault) {
    case 'forbidden':
      return `含有 Windows 不允许的字符 ${params.characters.join(' ')}`;
    case 'reserved':
      return `「${params.word}」是 Windows 保留的名字`;
    case 'trailing':
      return '以点或空格结尾，Windows 上会丢失';
    case 'bidi':
      return '含有会颠倒显示顺序的控制字符，看到的名字不是真名';
    case 'long':
      return `名字太长：${params.bytes} 字节，建议不超过 ${params.limit} 字节（约 ${Math.floor(params.limit / 3)} 个汉字）`;
    case 'not-nfc':
      return '用了不常见的字符组合方式（不是 NFC），换一台电脑可能对不上';
    case 'not-utf8':
      return '名字的编码不是 UTF-8，换一台电脑会变成乱码';
    case 'clash':
      return `与「${params.other}」只差大小写或字符组合方式，Windows 上会互相覆盖`;
  }
}

export const fileTextsZh: RuleTextsOf<'file'> = {
  'file/stray': {
    title: '未归类文件',
    why: '不属于任何作品的文件不会检查，也不会计入。',
    mend: '属于作品的请放进作品文件夹；不需要的请移走。',
    example: '类别文件夹之外的一个视频',
    message: ({ path }) => `「${path}」不属于任何作品，没有检查，也不计入`,
  },
  'file/extra': {
    title: '作品里多出的文件',
    why: '作品文件夹里的这个文件对不上任何要求的材料。',
    mend: '不需要报送的请移走。',
    example: '作品文件夹里的剪辑工程文件',
    message: ({ path }) => `「${path}」不是要求的材料`,
  },
  'file/junk': {
    title: '系统杂项',
    aspect: '系统杂项数',
    why: '系统和办公软件自动生成的文件，不检查，也不计入。',
    mend: '不用处理。',
    example: 'Thumbs.db',
    message: ({ count, examples }) =>
      `有 ${count} 个系统杂项文件，不检查，也不计入：${examples.join('、')}${count > examples.length ? ' 等' : ''}`,
  },
  'file/empty': {
    title: '空文件（夹）',
    why: '0 字节的文件没有内容，多半是复制或下载没有完成。',
    mend: '请向原单位重新要一份。',
    example: '0 字节的 字幕.srt',
    message: ({ path, folder }) => (folder ? `「${path}」是空文件夹` : `「${path}」是空文件（0 字节）`),
    fix: ({ folder }) => (folder ? '请把作品放进去；不报送的请删去这个文件夹' : '请向原单位重新要一份。'),
  },
  'file/unreadable': {
    title: '读不出来',
    why: '打不开或已损坏的文件，对方也看不了；与它有关的其他检查都没有进行。',
    mend: '请在电脑上打开核对，向原单位重新要一份。',
    example: '下载中断的 微课.mp4',
    message: ({ path, reason, detail }) =>
      `「${path}」${UNREADABLE_ZH[reason]}${detail === null ? '' : `（${detail}）`}`,
    fix: ({ reason }) =>
      reason === 'unreadable'
        ? '请检查文件权限，或是否正被别的程序占用'
        : reason === 'encrypted'
          ? '请去掉密码后重新保存'
          : '请在电脑上打开核对，向原单位重新要一份',
  },
  'file/archive': {
    title: '压缩包',
    why: '压缩包里的作品看不见，无法检查。',
    mend: '请解压，把里面的文件放进作品文件夹，再移走压缩包。',
    example: '01-情绪管理.zip',
    message: ({ path, format }) => `「${path}」是压缩包（${format}），里面的内容没有检查`,
  },
  'file/partial-download': {
    title: '没有下载完',
    why: '网盘或浏览器还没有下载完的临时文件。',
    mend: '请等下载完成，或重新下载。',
    example: '微课.mp4.baiduyun.p.downloading',
    message: ({ path }) => `「${path}」还没有下载完`,
  },
  'file/lfs-pointer': {
    title: 'Git LFS 占位文件',
    why: '这里只有 Git LFS 的占位，真正的文件没有取下来。',
    mend: '请运行 git lfs pull，再检查。',
    example: '130 字节的 微课.mp4',
    message: ({ path }) => `「${path}」只是 Git LFS 的占位文件，不是真正的内容`,
  },
  'file/open-in-office': {
    title: '文档正在编辑',
    why: 'Word 打开着的文档可能还没有保存。',
    mend: '请保存并关闭 Word（WPS），再检查。',
    example: '方案.docx 旁边有 ~$方案.docx',
    message: ({ path, lock }) => `「${path}」可能正在 Word 里打开（旁边有 ${lock}）`,
  },
  'file/name': {
    title: '文件名',
    why: '这样的名字在 Windows 或报送系统里会出错。',
    mend: '请改名，只用汉字、字母、数字、短横线。',
    example: '微课 "终稿".mp4',
    message: (params) => `文件（夹）名「${params.name}」${nameFault(params)}`,
  },
  'file/type': {
    title: '内容与扩展名不符',
    aspect: '内容',
    why: '改扩展名不等于转换格式；对方的软件会打不开。',
    mend: '请用软件另存或导出为正确的格式，不要直接改扩展名。',
    example: '名为 微课.mp4 的网页',
    message: ({ path, named, found }) =>
      `「${path}」按名字是${KINDS_ZH[named] ?? ` ${named} `}，实际内容是${found === null ? '无法识别的数据' : (KINDS_ZH[found] ?? ` ${found}`)}`,
  },
  'file/link': {
    title: '链接',
    why: '链接指向别处的文件，拷贝时带不走，也可能指向不该送出的内容。',
    mend: '请用真正的文件替换链接。',
    example: '微课.mp4 是一个符号链接',
    message: ({ path }) => `「${path}」是一个链接，不是文件`,
  },
};

const KINDS_ZH: Readonly<Record<string, string>> = {
  video: '视频',
  audio: '音频',
  subtitle: '字幕',
  document: '文档',
  image: '图片',
  slides: '演示文稿',
  spreadsheet: '电子表格',
  archive: '压缩包',
  html: '网页',
  playlist: '播放列表',
  text: '其他文本',
  unknown: '无法识别的数据',
};
