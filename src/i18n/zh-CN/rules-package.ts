/** 报送包：what the rules over packages say. */
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import { algorithmName } from '../../util/algorithm-name.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import {
  contentsZh,
  damagedZh,
  declarationZh,
  manifestZh,
  PROFILE_ZH,
  receiptFixZh,
  receiptZh,
  SOURCE_ZH,
  severalZh,
  structureZh,
  tooLargeZh,
  unreadableFixZh,
  unreadableZh,
  unsafePathZh,
  uploadLogZh,
} from './package-faults.ts';

/** What nearly every fault comes to: one file mended by hand makes the rest no more trustworthy. */
const SEND_AGAIN = '请向报送单位重新索取整个报送包，不要只补这一个文件';
const PACK_AGAIN = '请报送单位用 sizheng pack 重新打包，再发来';

export const packageTextsZh: RuleTextsOf<'package'> = {
  'package/unreadable': {
    title: '报送包打不开',
    aspect: '压缩包大小',
    why: '打不开的报送包什么也核对不了。',
    mend: '请核对文件是否下载完整，或向报送单位重新索取。',
    example: '下载到一半的 浙江省-2027-首批.zip',
    message: unreadableZh,
    fix: unreadableFixZh,
  },
  'package/too-large': {
    title: '超过安全上限',
    why: '恶意压缩包解开后能塞满磁盘；超过上限就不再读。',
    mend: '请先向报送单位问清来历；确实可信的，用 --max-total、--max-ratio、--max-entries 放宽上限。',
    example: '1 MB 的压缩包解开有 1 TB',
    message: tooLargeZh,
  },
  'package/declaration': {
    title: '不是报送包',
    aspect: 'BagIt 版本',
    why: '报送包按 BagIt 规定（RFC 8493）制作，最外层要有 bagit.txt 和清单；散放文件夹要有上传台账。',
    mend: '请核对选的是不是报送包，或请报送单位重新打包。',
    example: '普通的压缩文件',
    message: declarationZh,
    fix: ({ fault, found }) => {
      if (fault !== 'not-a-bag') return SEND_AGAIN;
      return found === null
        ? '请核对是不是选错了文件；报送包是 sizheng pack 打出来的 ZIP（或文件夹）'
        : `请改为复核里面的「${found}」`;
    },
  },
  'package/structure': {
    title: '压缩包结构',
    why: '结构不一致的压缩包，不同的软件会解出不同的内容；传输中损坏也会这样。',
    mend: '请向报送单位重新索取整个报送包。',
    example: '压缩包末尾多出一段数据',
    message: structureZh,
    fix: ({ fault }) => {
      if (fault === 'comment') return '不影响使用；要干净的，请报送单位重新打包';
      return fault === 'multi-disk' ? '请报送单位不要分卷，重新打包' : SEND_AGAIN;
    },
  },
  'package/damaged': {
    title: '文件损坏',
    why: '传输或保存中损坏的文件打不开，或内容已变。',
    mend: '请向报送单位重新索取整个报送包。',
    example: '微课.mp4 的 CRC 校验不符',
    message: damagedZh,
    fix: () => SEND_AGAIN,
  },
  'package/unsupported': {
    title: '文件读不了',
    why: '加密的，或用了少见压缩方法的文件，收件方打不开，也无法核对。',
    mend: '请报送单位用 sizheng pack 重新打包，不要加密码。',
    example: '加了密码的压缩包',
    message: (params) =>
      params.why === 'encrypted'
        ? `${severalZh(params)}有密码，读不出内容`
        : `${severalZh(params)}用的压缩方法（编号 ${params.method}）读不了`,
    fix: ({ why }) => (why === 'encrypted' ? '请报送单位去掉密码，重新打包' : PACK_AGAIN),
  },
  'package/unsafe-path': {
    title: '危险路径',
    why: '指向报送包以外的路径，解压时会改写别处的文件。',
    mend: '不要解压这个报送包；请向报送单位核实。',
    example: '清单里列有 ../../README.md',
    message: unsafePathZh,
    fix: () => '不要解压这个报送包；请向报送单位核实，重新打包',
  },
  'package/link': {
    title: '报送包里的链接',
    why: '链接指向别处的文件，收件方打不开，也可能读到不该读的内容。',
    mend: '请报送单位用真正的文件替换链接，重新打包。',
    example: '微课.mp4 是一个符号链接',
    message: ({ path, type }) => (type === 'link' ? `「${path}」是链接，不是文件` : `「${path}」不是普通文件`),
  },
  'package/missing': {
    title: '缺文件',
    aspect: '清单所列文件',
    why: '清单里列的文件，一个也不能少。',
    mend: '请向报送单位重新索取整个报送包。',
    example: '清单里有 字幕.srt，包里没有',
    message: ({ path, list, fetch }) =>
      `缺「${path}」（清单 ${list} 里有）${fetch ? '，要从 fetch.txt 写的网址另外下载' : ''}`,
    fix: ({ fetch }) => (fetch ? '请报送单位把文件放进包里，重新打包后发来' : SEND_AGAIN),
  },
  'package/altered': {
    title: '文件内容变了',
    aspect: '与清单一致的文件',
    why: '校验码不同，内容就不是打包时的内容。',
    mend: '请向报送单位重新索取整个报送包。',
    example: '微课.mp4 传输后 SHA-256 不同',
    message: ({ path, algorithm, list }) =>
      `「${path}」的内容与清单 ${list} 不一致（${algorithmName(algorithm)} 不同）`,
    fix: () => SEND_AGAIN,
  },
  'package/renamed': {
    title: '文件改了名',
    why: '内容一样、名字不同，清单就对不上，汇总表也找不到它。',
    mend: '请把名字改回去，或重新索取整个报送包。',
    example: '微课.mp4 改成了 微课(1).mp4',
    message: ({ path, from }) => `「${path}」原来叫「${from}」，内容没有变`,
    fix: ({ from }) => `请改回「${from}」；压缩包请重新索取，不要改动`,
  },
  'package/added': {
    title: '多出文件',
    why: '清单里没有的文件，不知道是谁放进来的，也无法核对。',
    mend: '请移走；拿不准的，重新索取整个报送包。',
    example: '包里多了 新建文本文档.txt',
    message: ({ path, list, tolerated }) =>
      tolerated ? `「${path}」没有列入清单 ${list}，改动过也看不出来` : `多出「${path}」（不在清单 ${list} 里）`,
    fix: ({ tolerated }) =>
      tolerated ? '不违反规定；要放心，请向报送单位核实' : '请移走，或向报送单位核实后重新索取整个报送包',
  },
  'package/duplicated': {
    title: '文件重复',
    why: '同名的两个文件，不同的软件会解出不同的一个；多出的副本也不在清单里。',
    mend: '请报送单位重新打包。',
    example: '微课.mp4 和 微课 - 副本.mp4',
    message: ({ path, by, other }) =>
      by === 'name' ? `压缩包里有两个「${path}」` : `多出「${path}」，与「${other}」一模一样`,
    fix: ({ by }) => (by === 'name' ? PACK_AGAIN : '多出的一份请移走；压缩包请重新索取'),
  },
  'package/manifest': {
    title: '清单',
    aspect: '清单',
    why: '清单是核对的依据：要有，要读得懂，不能自相矛盾。',
    mend: '请报送单位用 sizheng pack 重新打包。',
    example: '同一个文件列了两次，校验码不同',
    message: manifestZh,
    fix: ({ fault }) => {
      if (fault === 'algorithm') return '请报送单位用 SHA-256 重新打包';
      return ['twice', 'md5sum-style', 'relative'].includes(fault) ? '不影响核对；要合规定，请重新打包' : PACK_AGAIN;
    },
  },
  'package/fetch': {
    title: '下载清单',
    why: 'fetch.txt 列的是要另外下载的文件；它自己要读得懂，列的文件也要在清单里。',
    mend: '请报送单位把文件放进包里，重新打包。',
    example: 'fetch.txt 里有清单没列的文件',
    message: (params) =>
      params.fault === 'bad-line'
        ? `fetch.txt 第 ${params.line} 行读不懂`
        : `fetch.txt 第 ${params.line} 行的「${params.path}」不在清单里`,
  },
  'package/bag-info': {
    title: '包的说明',
    why: 'bag-info.txt 写着谁打的包、何时打的、有多大，要读得懂。',
    mend: '请报送单位用 sizheng pack 重新打包。',
    example: 'bag-info.txt 有一行没有冒号',
    message: ({ line }) => `bag-info.txt 第 ${line} 行读不懂`,
  },
  'package/oxum': {
    title: '总大小和文件数',
    aspect: '字节数.文件数',
    why: '包的说明写了总字节数和文件数（Payload-Oxum），对不上就是有多有少。',
    mend: '请向报送单位重新索取整个报送包。',
    example: '说明写 61 个文件，实际 60 个',
    message: ({ foundBytes, foundFiles, asked }) =>
      `实际 ${foundFiles} 个文件、${foundBytes} 字节，bag-info.txt 写的是 ${asked}（字节数.文件数）`,
    fix: () => SEND_AGAIN,
  },
  'package/contents': {
    title: '包内目录',
    why: `${PACKAGE_FILES.manifest} 写着有哪些作品和文件，要与清单和实际文件一一对上。`,
    mend: '请向报送单位重新索取整个报送包。',
    example: `${PACKAGE_FILES.manifest} 里有的文件，包里没有`,
    message: contentsZh,
    fix: ({ fault, path, detail }) => {
      if (fault === 'newer') return '请更新 sizheng，再复核';
      if (fault === 'twice' || fault === 'not-passed') return PACK_AGAIN;
      if (fault !== 'name') return SEND_AGAIN;
      return detail === ''
        ? '请不要解压后自己重新压缩；请用原来的压缩包'
        : `请用原来的压缩包（里面的文件夹叫「${path}」）`;
    },
  },
  'package/profile': {
    title: '报送包格式',
    why: '这个包声明按 sizheng 的格式（BagIt Profile）制作，就要样样齐全。',
    mend: '请报送单位用 sizheng pack 重新打包。',
    example: 'bag-info.txt 没有 Bagging-Date',
    message: ({ fault, name, missing }) => `不合报送包格式：${PROFILE_ZH[fault](name, missing)}`,
  },
  'package/upload-log': {
    title: '上传台账',
    aspect: '台账所列文件数',
    why: '散放文件夹靠上传台账核对：每个文件都要有大小和校验码。',
    mend: '请恢复原来的上传台账；「文件」工作表请不要改动。',
    example: '台账里某个文件的 SHA-256 被删去了',
    message: uploadLogZh,
    fix: ({ fault }) =>
      fault === 'size' ? SEND_AGAIN : '请恢复原来的上传台账（「文件」工作表不要改动），或请报送单位重新打包',
  },
  'package/receipt': {
    title: '与回执核对',
    aspect: '校验码',
    why: '回执记着打包时的校验码；一致，就是当初打的那个包。',
    mend: '请核对回执是不是这个包的；是的话，请向报送单位重新索取。',
    example: '校验码与回执不一致',
    message: receiptZh,
    fix: receiptFixZh,
  },
  'package/source': {
    title: '与工作文件夹核对',
    aspect: '一致的文件',
    why: '打包之后工作文件夹又有改动，报送包就不是最新的了。',
    mend: '以工作文件夹为准的，请重新检查、打包；以报送包为准的，不用处理。',
    example: '打包后又换了 字幕.srt',
    message: ({ fault, path, packagedAs }) =>
      `「${path}」${SOURCE_ZH[fault]}${packagedAs === null ? '' : `（包里是「${packagedAs}」）`}`,
    fix: () => '要报送最新的，请运行 sizheng pack 重新打包；要按原来的报送，不用处理',
  },
  'package/name-encoding': {
    title: '文件名编码',
    why: '没有注明 UTF-8 的文件名，换一台电脑会变成乱码。',
    mend: '请报送单位用 sizheng pack 重新打包。',
    example: '用旧版压缩软件打的包',
    message: ({ encoding, ...several }) => {
      const names = `${severalZh(several)}的文件名`;
      if (encoding === 'utf-8-unmarked') return `${names}是 UTF-8，却没有注明`;
      if (encoding === null) return `${names}没有注明 UTF-8，编码也不一样，是猜的`;
      return `${names}没有注明 UTF-8，是按 ${encoding === 'gb18030' ? 'GBK' : 'CP437'} 猜的`;
    },
  },
  'package/name-clash': {
    title: '文件名相近',
    why: '只差大小写或字符组合方式的名字，在 Windows 上会互相覆盖。',
    mend: '请报送单位改名后重新打包。',
    example: 'a.mp4 和 A.mp4',
    message: ({ path, other }) => `「${path}」与「${other}」只差大小写或字符组合方式`,
  },
  'package/junk': {
    title: '包里的系统杂项',
    aspect: '系统杂项数',
    why: '打开文件夹时，系统和办公软件会自动生成一些文件；它们不是材料，也不影响材料的内容。',
    mend: '不影响使用；清单里没有的可以删去。',
    example: 'Thumbs.db',
    message: ({ count, examples }) =>
      `有 ${count} 个系统或办公软件自动生成的文件，不影响材料的内容：${examples.join('、')}${count > examples.length ? ' 等' : ''}`,
    fix: ({ listed }) =>
      listed ? '可以照常使用；清单里有它，不要自己删，要干净的请报送单位重新打包' : '可以照常使用，也可以删去',
  },
  'package/draft': {
    title: '草稿包',
    why: '草稿包供内部核对，不能用来报送。',
    mend: '要报送，请不加 --draft 重新打包。',
    example: '用 --draft 打的包',
    message: ({ name }) => `「${name}」是草稿包，供内部核对，不能用来报送`,
    fix: () => '要报送，请运行 sizheng pack（不加 --draft）重新打包',
  },
};
