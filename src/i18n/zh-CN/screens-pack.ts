/** 打包、回执、汇总表的屏幕。 */
import type { PackCounts, PackScreen, ReceiptScreen, SummaryScreen } from '../screens-pack.ts';
import { requiredZh } from './screens.ts';

const countsZh = ({ works, files, size }: PackCounts) => `${works} 件作品，${files} 个文件，${size}`;

/** 包里的第一页，给收到的人看。 */
const pageZh = (name: string) => `${name}（在包里；列出全部作品和检查结果，点文件名就能打开）`;

const waiverZh = (subject: string, title: string, reason: string) => `${subject} ${title}，理由「${reason}」`;

const LEFT_OUT = {
  withdrawn: ['撤下', '件'],
  candidate: ['候选', '件'],
  unreadable: ['读不了的文件', '个'],
  extra: ['作品里多出的文件', '个'],
  stray: ['未归类文件', '个'],
  junk: ['系统杂项', '个'],
} as const;

export const packScreenZh: PackScreen = {
  at: (local) => `按 ${local} 检查`,
  ready: (counts) => `检查通过，可以报送：${countsZh(counts)}`,
  draft: (blocking, counts) =>
    `草稿包，不能用来报送${blocking > 0 ? `（还有 ${blocking} 处须整改）` : ''}：${countsZh(counts)}`,
  refused: (blocking) => `没有打包：还有 ${blocking} 处须整改`,
  draftHint: (command) => `只想先打一个草稿包供内部核对：${command}`,
  target: (path, free) => `报送包  ${path}（剩余空间 ${free}）`,
  replaces: (path, folder) =>
    `${folder ? `已有的「${path}」会改名留下，不会混在一起` : `会替换已有的「${path}」`}；已有的回执会改名留下`,
  inTheWay: (path) => `「${path}」已经有了：打包前请先移走，或用 --output 换一个名字；确实要换成新的，加 --force`,
  receipt: (path) => `回执  ${path}`,
  page: (name) => `先看这一页  ${pageZh(name)}`,
  contact: (words) => `联系人（写入包里）：${words}`,
  warnings: (count, command) => `另有 ${count} 条提醒（不影响报送）：${command}`,
  changes: (made, renamed) =>
    [
      made > 0 ? `简介另存为 ${made} 个「简介.txt」` : '',
      renamed > 0 ? `${renamed} 个文件在包里换了名字（有的系统用不了原名，或太长），原名记在 sizheng.json` : '',
    ]
      .filter(Boolean)
      .join('；'),
  waivers: (count) => `随包送出：豁免 ${count} 条，上级可见：`,
  waiver: waiverZh,
  undeclared: (count) =>
    `还没有人说明 ${count} 项（收到的人会看到）；在 sizheng.yaml 的 attestations: 下，冒号后写谁说明的：`,
  leftOutHead: '不送出：',
  leftOut: (why, count, examples) =>
    `${LEFT_OUT[why][0]} ${count} ${LEFT_OUT[why][1]}${examples.length > 0 ? `（${examples.join('、')}${count > examples.length ? ' 等' : ''}）` : ''}`,
  linked: '用硬链接（不在同一个磁盘的仍是复制）：包里的文件与原件是同一份，改动原件也会改动报送包',
  dryRun: '这是计划，还没有写任何文件',
  confirm: '现在打包？',
  declined: '没有打包',
  writing: (bar, done, total, rate, left) => `写入 [${bar}] ${done}/${total}  ${rate}  还要 ${left}`,
  flushing: '写入完成，正在存盘……',
  reading: (bar, done, total, rate, left) => `复核 [${bar}] ${done}/${total}  ${rate}  还要 ${left}`,
  verified: (files) => `复核：${files} 个文件都已读回，与写入的一致`,
  streamed: (sha256) => `已全部送出；没有读回复核，也没有另存回执。SHA-256 ${sha256}`,
  unverified: '没有复核（--no-verify）：交出前请运行 sizheng verify',
  done: (clock, digest) => `完成 ${clock}  校验码 ${digest}（全文见回执）`,
  package: (path) => `报送包  ${path}`,
  kept: (path) => `回执  ${path}（请留存）`,
  aside: (path) => `原来的文件夹改名为「${path}」`,
  next: (command) => `交出前、收到后都可以核对：${command}`,
};

export const receiptScreenZh: ReceiptScreen = {
  title: '报送包回执',
  draft: '草稿，不能用来报送',
  labels: {
    file: '报送包',
    page: '先看这一页',
    size: '大小',
    digest: '校验码',
    sha256: 'SHA-256',
    contentSha256: '内容 SHA-256',
    packedAt: '打包时间',
    readBack: '复核',
    spec: '规范',
    tool: '程序',
  },
  page: pageZh,
  noSha256: '没有计算（打包时没有复核）',
  folderSha256: '文件夹没有整包的校验码，以内容 SHA-256 为准',
  size: (size, bytes) => `${size}（${bytes} 字节）`,
  readBack: (verified, files) => (verified ? `写好后读回，${files} 个文件都与写入的一致` : '没有复核'),
  ledgerHead: ['类别', '要求', '送出'],
  required: requiredZh,
  counts: (counts) => `共 ${countsZh(counts)}`,
  works: '作品',
  waivers: (count) => `豁免 ${count} 条（随报送包一起上报）`,
  waiver: waiverZh,
  keep: (command) => `请留存本回执。核对报送包：${command}`,
};

export const summaryScreenZh: SummaryScreen = {
  written: (path, works) => `汇总表  ${path}（${works} 件作品）`,
  notReady: (blocking) => `这批材料还有 ${blocking} 处须整改，改好后请重做汇总表`,
  print: '打印成 A4 横向，盖章、扫描后放回工作文件夹，再打包',
};
