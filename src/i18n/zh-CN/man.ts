/** 手册页里另外要说的话。 */
import type { ManTexts } from '../man.ts';

export const manZh: ManTexts = {
  manual: 'sizheng 手册',
  anyCommand: '命令 ...',
  headings: {
    name: '名称',
    synopsis: '用法',
    description: '说明',
    commands: '命令',
    options: '通用选项',
    exitStatus: '退出码',
    environment: '环境变量',
    files: '文件',
    examples: '例子',
  },
  description: [
    '把各校交来的心理微课、暖心贴士、典型案例、会商指导方案放进一个工作文件夹，运行一条命令，就知道能不能报送、缺什么、哪个文件不合要求、怎么改。检查通过的，打成报送包，附回执；以后随时可以核对。',
    '不写文件夹时，就是当前文件夹。在终端里只写 sizheng，会列出菜单供选择。所有检查都在本机完成，程序不联网。',
  ],
  environment: {
    SIZHENG_LANG: '语言：zh-CN 或 en；--lang 优先。',
    SIZHENG_FFPROBE: '用哪一个 ffprobe 读取视频。',
    SIZHENG_FFMPEG: '用哪一个 ffmpeg 截取 HTML 报告里的画面缩略图。',
    NO_COLOR: '有内容时不用颜色。',
    SOURCE_DATE_EPOCH: '报送包里写的时间（从 1970 年起的秒数）；相同的作品由此得到逐字节相同的报送包。',
  },
  files: {
    'sizheng.yaml': '工作文件夹的设置：规范、省级或学校、批次、年份、截止时间、豁免。',
    '作品信息.xlsx': '一行一件作品，可以不填。',
    'item.yaml': '一件作品的信息，放在作品文件夹里；与表不一致时以它为先。',
    '.sizheng/': '缓存、上次检查的记录，以及整理前的原件。',
  },
  examples: [
    { command: 'sizheng init 浙江省-2027-首批', text: '新建工作文件夹，逐项提问。' },
    { command: 'sizheng validate --only 心理微课/04', text: '在工作文件夹里，只检查一件作品。' },
    { command: 'sizheng validate --scope institution --strict', text: '学校自查，提醒也须整改。' },
    { command: 'sizheng fix --write', text: '整理字幕和文件名；先不加 --write 看一遍。' },
    { command: 'sizheng pack --yes', text: '检查、打包、读回复核，写回执。' },
    { command: 'sizheng verify 报送包.zip --receipt 回执.json', text: '核对报送包是不是当初那一包。' },
  ],
};
