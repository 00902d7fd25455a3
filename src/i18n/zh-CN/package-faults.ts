/** 报送包：what was found, fault by fault. */
import type { StructureFaultCode } from '../../model/package-facts.ts';
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import { OTHER_ARCHIVES, type PackageRuleParams } from '../../model/package-params.ts';
import { formatSize } from '../../util/format.ts';

type Params<Rule extends keyof PackageRuleParams> = PackageRuleParams[Rule];

const STRUCTURE_ZH: Record<StructureFaultCode, string> = {
  'leading-data': '文件开头有不属于压缩包的数据',
  'trailing-data': '文件末尾有不属于压缩包的数据',
  gap: '压缩包里夹有不属于任何文件的数据',
  overlap: '两个文件占用了同一段数据',
  'out-of-bounds': '有内容超出了文件末尾，压缩包不完整',
  'multi-disk': '这是分卷压缩包中的一卷',
  count: '目录写的文件数与实际不符',
  'directory-size': '目录写的大小与实际不符',
  'bad-signature': '目录指的位置上没有文件',
  'local-differs': '文件头与目录写的不一致',
  'descriptor-differs': '文件尾的说明与目录写的不一致',
  'extra-field': '附加信息不完整',
  zip64: '大文件用的 ZIP64 信息有错',
  comment: '压缩包带有注释，注释不在任何清单里',
};

/** `「a」、「b」等 46 个文件`; one file is named alone. */
export function severalZh({
  count,
  examples,
}: {
  readonly count: number;
  readonly examples: readonly string[];
}): string {
  const names = examples.map((path) => `「${path}」`).join('、');
  return count === 1 ? names : `${names}${count > examples.length ? '等' : '这'} ${count} 个文件`;
}

export function unreadableZh({ reason, detail }: Params<'package/unreadable'>): string {
  switch (reason) {
    case 'empty':
      return '文件是空的（0 字节）';
    case 'truncated':
      return '压缩包不完整：没有下载完整，或传输中断';
    case 'not-file':
      return '这不是文件，也不是文件夹';
    case 'system':
      return `打不开，可能没有权限，也可能磁盘或网络有故障${detail === null ? '' : `（${detail}）`}`;
    case 'not-zip':
      if (detail === 'html') return '这是网页，不是压缩包';
      if (detail !== null && OTHER_ARCHIVES.has(detail)) return `这是 ${detail} 压缩包，不是 ZIP`;
      return `这不是 ZIP 压缩包${detail === null ? '' : `（${detail}）`}`;
  }
}

export function unreadableFixZh({ reason, detail }: Params<'package/unreadable'>): string {
  if (reason === 'system') return '请确认能打开这个文件，再复核';
  if (reason === 'not-zip' && detail === 'html') return '多半下载到了登录页或出错页；请登录后重新下载';
  if (reason === 'not-zip' && detail !== null && OTHER_ARCHIVES.has(detail)) return '请先解压，再复核解出来的文件夹';
  if (reason === 'not-zip' || reason === 'not-file')
    return '请核对是不是选错了文件；报送包是 sizheng pack 打出来的 ZIP（或文件夹）';
  return '请重新下载，或向报送单位重新索取';
}

export function structureZh({ fault, field, path, bytes }: Params<'package/structure'>): string {
  const details = [field ?? '', bytes === null ? '' : `${bytes} 字节`].filter(Boolean);
  const detail = details.length > 0 ? `（${details.join('，')}）` : '';
  return `${path === null ? '' : `「${path}」：`}${STRUCTURE_ZH[fault]}${detail}`;
}

export function tooLargeZh({ limit, actual, max, path }: Params<'package/too-large'>): string {
  const entry = path === null ? '' : `「${path}」`;
  switch (limit) {
    case 'entries':
      return path === null
        ? `里面有 ${actual} 个文件，超过了 ${max} 个的安全上限，没有继续读`
        : `${entry}等清单超过 ${max} 行的安全上限，没有继续读`;
    case 'directory':
      return `压缩包的目录有 ${formatSize(actual)}，超过了 ${formatSize(max)} 的安全上限，没有继续读`;
    case 'faults':
      return `毛病超过 ${max} 处，没有继续读`;
    case 'total':
      return `${entry}解开后超过 ${formatSize(max)} 的安全上限，没有继续读`;
    case 'ratio':
      return `${entry}解开后膨胀到 ${actual} 倍，超过了 ${max} 倍的安全上限，像是恶意压缩包，没有继续读`;
  }
}

export function damagedZh(params: Params<'package/damaged'>): string {
  switch (params.fault) {
    case 'crc':
      return `「${params.path}」已损坏（CRC 校验不符）`;
    case 'size':
      return `「${params.path}」写着 ${params.askedBytes} 字节，实际 ${params.foundBytes} 字节`;
    case 'data':
      return `「${params.path}」读不出来（${params.detail}）`;
  }
}

export function unsafePathZh({ path, where, list, line }: Params<'package/unsafe-path'>): string {
  const place = {
    archive: '报送包里的文件名',
    manifest: `清单 ${list} 第 ${line} 行的`,
    fetch: `fetch.txt 第 ${line} 行的`,
    log: `上传台账第 ${line} 行的`,
  }[where];
  return `${place}「${path}」指向包外，或写法不安全`;
}

export function declarationZh({ fault, found }: Params<'package/declaration'>): string {
  switch (fault) {
    case 'not-a-bag':
      return found === null
        ? '这不是报送包：没有 bagit.txt 和清单，也没有上传台账'
        : `这不是报送包，里面的「${found}」才像是`;
    case 'missing':
      return '缺少 bagit.txt（报送包的声明）';
    case 'bom':
      return 'bagit.txt 开头多了不可见的标记（BOM）';
    case 'version':
      return `bagit.txt 写的版本是 ${found}，本程序只认 0.93 到 1.0`;
    case 'encoding':
      return found === null ? 'bagit.txt 没有写文字编码' : `bagit.txt 写的文字编码「${found}」认不出来`;
    case 'format':
      return 'bagit.txt 的两行写得不合规定';
  }
}

export function manifestZh({ list, fault, line, path }: Params<'package/manifest'>): string {
  const place = `清单 ${list ?? ''}${line === null ? '' : ` 第 ${line} 行`}`;
  switch (fault) {
    case 'none':
      return '没有清单（manifest-…txt），无法知道里面应该有什么';
    case 'bad-line':
      return `${place}读不懂`;
    case 'algorithm':
      return `${place}用的校验算法，这台电脑不会算，没有按它核对`;
    case 'twice':
      return `${place}重复列了「${path}」`;
    case 'twice-differing':
      return `${place}又列了「${path}」，校验码却不一样，不知道以哪个为准`;
    case 'md5sum-style':
      return `${place}的文件名前有 *，是 md5sum 的写法，不合 BagIt 规定`;
    case 'relative':
      return `${place}的文件名前有 ./，不合 BagIt 规定`;
    case 'outside':
      return `${place}列了不该由它列的「${path}」`;
  }
}

export function contentsZh({ fault, path, detail }: Params<'package/contents'>): string {
  const own = PACKAGE_FILES.manifest;
  switch (fault) {
    case 'unreadable':
      return `${own} 读不懂${detail === null ? '' : `（${detail}）`}`;
    case 'newer':
      return `${own} 是较新版本的 sizheng 写的（${detail}），这个版本读不懂`;
    case 'missing-file':
      return `${own} 写有「${path}」，报送包里却没有`;
    case 'size':
      return `「${path}」的大小与 ${own} 写的不一样`;
    case 'digest':
      return `「${path}」的校验码，清单与 ${own} 写的不一样`;
    case 'not-listed':
      return `「${path}」不在 ${own} 里`;
    case 'twice':
      return `${own} 把「${path}」这一个文件列了不止一次`;
    case 'not-passed':
      return `${own} 里写明打包前的检查没有通过，却没有标为草稿`;
    case 'name':
      return detail === ''
        ? `压缩包里没有「${path}」文件夹，文件直接放在了最外层`
        : `压缩包里的文件夹叫「${detail}」，应当叫「${path}」`;
  }
}

export const PROFILE_ZH: Record<Params<'package/profile'>['fault'], (name: string, missing: boolean) => string> = {
  'tag-missing': (name) => `bag-info.txt 没有 ${name}`,
  'tag-repeated': (name) => `bag-info.txt 里 ${name} 写了不止一次`,
  manifest: (name, missing) => (missing ? `缺少 ${name} 清单` : `多了不该有的 ${name} 清单`),
  'tag-manifest': (name, missing) =>
    missing ? `缺少清单的清单 tagmanifest-${name}.txt` : `多了不该有的 tagmanifest-${name}.txt`,
  'tag-file': (name, missing) => (missing ? `缺少「${name}」` : `多了不该有的「${name}」`),
  fetch: (name) => `报送包不应有 ${name}（要另外下载的文件）`,
  version: (name) => `BagIt 版本是 ${name}，应当是 1.0`,
};

export function uploadLogZh(params: Params<'package/upload-log'>): string {
  switch (params.fault) {
    case 'unreadable':
      return `上传台账读不出来${params.detail === null ? '' : `（${params.detail}）`}`;
    case 'no-rows':
      return '上传台账里没有列出任何文件';
    case 'no-digest':
      return `上传台账第 ${params.line} 行「${params.path}」没有校验码（SHA-256），无法核对`;
    case 'size':
      return `「${params.path}」实际 ${params.foundBytes} 字节，上传台账第 ${params.line} 行写的是 ${params.askedBytes} 字节`;
  }
}

export function receiptZh({ fault, receipt, found, asked }: Params<'package/receipt'>): string {
  switch (fault) {
    case 'name':
      return `不是回执「${receipt}」的那一包：回执是「${asked}」，这个是「${found}」，内容也不一样`;
    case 'size':
      return `与回执「${receipt}」不一致：大小 ${found} 字节，回执写的是 ${asked} 字节`;
    case 'sha256':
      return `与回执「${receipt}」不一致：校验码（SHA-256）实际 ${found}，回执 ${asked}`;
    case 'content':
      return `内容与回执「${receipt}」不一致：内容校验码（SHA-256）实际 ${found}，回执 ${asked}`;
    case 'repacked':
      return `内容与回执「${receipt}」一致；压缩包被重新压缩过，整包的校验码因此不同`;
    case 'unverified':
      return `与回执「${receipt}」一致；但打包时没有复核（--no-verify），回执只能说明清单，不能说明写入的文件`;
  }
}

export function receiptFixZh({ fault }: Params<'package/receipt'>): string {
  if (fault === 'repacked') return '内容没有变，可以使用';
  if (fault === 'name') return '请找到这个报送包自己的回执，再核对';
  if (fault === 'unverified') return '要放心，请报送单位不加 --no-verify 重新打包';
  return '收到的不是当初打的那个包，请向报送单位重新索取';
}

export const SOURCE_ZH: Record<Params<'package/source'>['fault'], string> = {
  changed: '打包之后改动过，与报送包里的不一样',
  gone: '报送包里有，工作文件夹里已经没有（或读不出来）',
  'not-packed': '工作文件夹里有，报送包里没有',
};
