/** Packages: what the rules over them say. */
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import { algorithmName } from '../../util/algorithm-name.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import {
  contentsEn,
  damagedEn,
  declarationEn,
  manifestEn,
  PROFILE_EN,
  receiptEn,
  receiptFixEn,
  SOURCE_EN,
  severalEn,
  structureEn,
  tooLargeEn,
  unreadableEn,
  unreadableFixEn,
  unsafePathEn,
  uploadLogEn,
} from './package-faults.ts';
import { countEn } from './words.ts';

/** What nearly every fault comes to: one file mended by hand makes the rest no more trustworthy. */
const SEND_AGAIN = 'Ask the sender for the whole package again; do not replace this one file';
const PACK_AGAIN = 'Ask the sender to pack it again with sizheng pack';

export const packageTextsEn: RuleTextsOf<'package'> = {
  'package/unreadable': {
    title: 'Package cannot be opened',
    aspect: 'size of the archive',
    why: 'Nothing can be verified in a package that does not open.',
    mend: 'Check that the download is complete, or ask the sender for it again.',
    example: 'A 浙江省-2027-首批.zip that was half downloaded',
    message: unreadableEn,
    fix: unreadableFixEn,
  },
  'package/too-large': {
    title: 'Past a safety limit',
    why: 'A hostile archive can fill the disk when unpacked; past the limit it is not read on.',
    mend: 'Ask the sender where it comes from; if you trust it, raise the limit with --max-total, --max-ratio or --max-entries.',
    example: 'An archive of 1 MB that unpacks to 1 TB',
    message: tooLargeEn,
  },
  'package/declaration': {
    title: 'Not a package',
    aspect: 'BagIt version',
    why: 'A package follows BagIt (RFC 8493), with bagit.txt and a manifest at its root; plain folders have an upload log.',
    mend: 'Check that this is the package, or ask the sender to pack it again.',
    example: 'An ordinary archive',
    message: declarationEn,
    fix: ({ fault, found }) => {
      if (fault !== 'not-a-bag') return SEND_AGAIN;
      return found === null
        ? 'Check that you chose the right file; a package is the ZIP (or the folder) that sizheng pack makes'
        : `Verify "${found}" inside it instead`;
    },
  },
  'package/structure': {
    title: 'Archive structure',
    why: 'From an archive that is at odds with itself different programs unpack different things; damage on the way does the same.',
    mend: 'Ask the sender for the whole package again.',
    example: 'An archive with data behind its end',
    message: structureEn,
    fix: ({ fault }) => {
      if (fault === 'comment') return 'It does no harm; for a clean one, ask the sender to pack it again';
      return fault === 'multi-disk' ? 'Ask the sender to pack it again without splitting it' : SEND_AGAIN;
    },
  },
  'package/damaged': {
    title: 'Damaged file',
    why: 'A file damaged on the way or on the disk does not open, or is no longer what it was.',
    mend: 'Ask the sender for the whole package again.',
    example: 'The CRC of 微课.mp4 does not match',
    message: damagedEn,
    fix: () => SEND_AGAIN,
  },
  'package/unsupported': {
    title: 'File that cannot be read',
    why: 'Files that are encrypted or packed by a rare method cannot be opened by the recipient, nor verified.',
    mend: 'Ask the sender to pack it again with sizheng pack, without a password.',
    example: 'An archive with a password',
    message: (params) =>
      params.why === 'encrypted'
        ? `Protected by a password, so that ${countEn(params.count, 'file')} cannot be read: ${severalEn(params)}`
        : `Packed by method ${params.method}, which cannot be read: ${severalEn(params)}`,
    fix: ({ why }) => (why === 'encrypted' ? 'Ask the sender to take the password off and pack it again' : PACK_AGAIN),
  },
  'package/unsafe-path': {
    title: 'Unsafe path',
    why: 'A path that leads out of the package overwrites files elsewhere when it is unpacked.',
    mend: 'Do not unpack this package; ask the sender about it.',
    example: 'A manifest that lists ../../README.md',
    message: unsafePathEn,
    fix: () => 'Do not unpack this package; ask the sender about it, and to pack it again',
  },
  'package/link': {
    title: 'Link in the package',
    why: 'A link points to a file elsewhere: the recipient cannot open it, or is led to what must not be read.',
    mend: 'Ask the sender to replace the link with the file itself and to pack it again.',
    example: '微课.mp4 is a symbolic link',
    message: ({ path, type }) =>
      type === 'link' ? `"${path}" is a link, not a file` : `"${path}" is not an ordinary file`,
  },
  'package/missing': {
    title: 'Missing file',
    aspect: 'listed files',
    why: 'Every file in the manifest must be there.',
    mend: 'Ask the sender for the whole package again.',
    example: '字幕.srt is in the manifest and not in the package',
    message: ({ path, list, fetch }) =>
      `"${path}" is missing (listed in ${list})${fetch ? '; it would have to be downloaded from the address in fetch.txt' : ''}`,
    fix: ({ fetch }) => (fetch ? 'Ask the sender to put the file into the package and send it again' : SEND_AGAIN),
  },
  'package/altered': {
    title: 'Altered file',
    aspect: 'files as listed',
    why: 'Another digest means other content than at the time of packing.',
    mend: 'Ask the sender for the whole package again.',
    example: 'The SHA-256 of 微课.mp4 changed on the way',
    message: ({ path, algorithm, list }) => `"${path}" is not what ${list} says (${algorithmName(algorithm)} differs)`,
    fix: () => SEND_AGAIN,
  },
  'package/renamed': {
    title: 'Renamed file',
    why: 'With another name the same content is found neither by the manifest nor by the summary.',
    mend: 'Give it its name back, or ask for the whole package again.',
    example: '微课.mp4 became 微课(1).mp4',
    message: ({ path, from }) => `"${path}" was called "${from}"; its content is unchanged`,
    fix: ({ from }) => `Rename it to "${from}"; for an archive, ask for the package again and leave it as it is`,
  },
  'package/added': {
    title: 'Added file',
    why: 'Of a file that is in no manifest nobody knows who put it there, and it cannot be verified.',
    mend: 'Move it away; if in doubt, ask for the whole package again.',
    example: 'A 新建文本文档.txt in the package',
    message: ({ path, list, tolerated }) =>
      tolerated
        ? `"${path}" is not listed in ${list}, so nobody could see whether it was changed`
        : `"${path}" was added (not listed in ${list})`,
    fix: ({ tolerated }) =>
      tolerated
        ? 'The standard allows it; to be sure, ask the sender about it'
        : 'Move it away, or ask the sender about it and for the whole package again',
  },
  'package/duplicated': {
    title: 'Duplicate file',
    why: 'Of two files with one name different programs unpack different ones; a copy is in no manifest either.',
    mend: 'Ask the sender to pack it again.',
    example: '微课.mp4 and 微课 - 副本.mp4',
    message: ({ path, by, other }) =>
      by === 'name'
        ? `The archive contains "${path}" more than once`
        : `"${path}" was added, an exact copy of "${other}"`,
    fix: ({ by }) => (by === 'name' ? PACK_AGAIN : 'Move the copy away; for an archive, ask for the package again'),
  },
  'package/manifest': {
    title: 'Manifest',
    aspect: 'manifests',
    why: 'Verification rests on the manifest: it must be there, be understood, and not contradict itself.',
    mend: 'Ask the sender to pack it again with sizheng pack.',
    example: 'One file listed twice with two digests',
    message: manifestEn,
    fix: ({ fault }) => {
      if (fault === 'algorithm') return 'Ask the sender to pack it again with SHA-256';
      return ['twice', 'md5sum-style', 'relative'].includes(fault)
        ? 'It does no harm; to keep to the standard, pack it again'
        : PACK_AGAIN;
    },
  },
  'package/fetch': {
    title: 'Files to download',
    why: 'fetch.txt names files that are to be downloaded; it must be understood, and they must be in the manifest.',
    mend: 'Ask the sender to put the files into the package and to pack it again.',
    example: 'fetch.txt names a file that no manifest lists',
    message: (params) =>
      params.fault === 'bad-line'
        ? `fetch.txt, line ${params.line} cannot be understood`
        : `fetch.txt, line ${params.line}: "${params.path}" is in no manifest`,
  },
  'package/bag-info': {
    title: 'Package description',
    why: 'bag-info.txt says who made the package, when, and how large it is; it must be understood.',
    mend: 'Ask the sender to pack it again with sizheng pack.',
    example: 'A line of bag-info.txt without a colon',
    message: ({ line }) => `bag-info.txt, line ${line} cannot be understood`,
  },
  'package/oxum': {
    title: 'Total size and number of files',
    aspect: 'bytes.files',
    why: 'The description gives the bytes and files of the whole (Payload-Oxum); where they differ, something is missing or added.',
    mend: 'Ask the sender for the whole package again.',
    example: '61 files by the description, 60 found',
    message: ({ foundBytes, foundFiles, asked }) =>
      `Found ${countEn(foundFiles, 'file')} of ${countEn(foundBytes, 'byte')}; bag-info.txt gives ${asked} (bytes.files)`,
    fix: () => SEND_AGAIN,
  },
  'package/contents': {
    title: 'Table of contents',
    why: `${PACKAGE_FILES.manifest} names works and files; they must agree with the manifest and with the files.`,
    mend: 'Ask the sender for the whole package again.',
    example: `A file in ${PACKAGE_FILES.manifest} that is not in the package`,
    message: contentsEn,
    fix: ({ fault, path, detail }) => {
      if (fault === 'newer') return 'Update sizheng, then verify again';
      if (fault === 'twice' || fault === 'not-passed') return PACK_AGAIN;
      if (fault !== 'name') return SEND_AGAIN;
      return detail === ''
        ? 'Do not unpack and compress it again yourself; use the archive as it came'
        : `Use the archive as it came (the folder in it is called "${path}")`;
    },
  },
  'package/profile': {
    title: 'Package format',
    why: 'This package says that it follows the format of sizheng (its BagIt profile), so all of that must be there.',
    mend: 'Ask the sender to pack it again with sizheng pack.',
    example: 'bag-info.txt without Bagging-Date',
    message: ({ fault, name, missing }) => `Not in the package format: ${PROFILE_EN[fault](name, missing)}`,
  },
  'package/upload-log': {
    title: 'Upload log',
    aspect: 'files in the log',
    why: 'Plain folders are verified by their upload log: it must give size and digest of every file.',
    mend: 'Restore the original upload log; leave its 文件 sheet as it is.',
    example: 'The SHA-256 of a file was deleted from the log',
    message: uploadLogEn,
    fix: ({ fault }) =>
      fault === 'size'
        ? SEND_AGAIN
        : 'Restore the original upload log (leave its 文件 sheet as it is), or ask the sender to pack it again',
  },
  'package/receipt': {
    title: 'Comparison with the receipt',
    aspect: 'digest',
    why: 'The receipt holds the digest of the package as it was made; if it matches, this is that package.',
    mend: 'Check that the receipt is for this package; if so, ask the sender for the package again.',
    example: 'The digest is not that of the receipt',
    message: receiptEn,
    fix: receiptFixEn,
  },
  'package/source': {
    title: 'Comparison with the workspace',
    aspect: 'unchanged files',
    why: 'If the workspace was changed after packing, the package is no longer the latest.',
    mend: 'If the workspace counts, check and pack again; if the package counts, nothing to do.',
    example: '字幕.srt was replaced after packing',
    message: ({ fault, path, packagedAs }) =>
      `"${path}" ${SOURCE_EN[fault]}${packagedAs === null ? '' : ` (there: "${packagedAs}")`}`,
    fix: () => 'To submit the latest, run sizheng pack again; to submit what was packed, nothing to do',
  },
  'package/name-encoding': {
    title: 'Encoding of file names',
    why: 'A name that is not marked as UTF-8 is garbled on another computer.',
    mend: 'Ask the sender to pack it again with sizheng pack.',
    example: 'An archive made by an old program',
    message: ({ encoding, ...several }) => {
      const names = `${countEn(several.count, 'name')} not marked as UTF-8`;
      if (encoding === 'utf-8-unmarked') return `${names}, though in it: ${severalEn(several)}`;
      const guess = encoding === null ? 'in several encodings' : `read as ${encoding === 'gb18030' ? 'GBK' : 'CP437'}`;
      return `${names}, ${guess}, which is a guess: ${severalEn(several)}`;
    },
  },
  'package/name-clash': {
    title: 'Names too much alike',
    why: 'Of names that differ only in case or in the form of combined characters, one overwrites the other on Windows.',
    mend: 'Ask the sender to rename one and to pack it again.',
    example: 'a.mp4 and A.mp4',
    message: ({ path, other }) => `"${path}" and "${other}" differ only in case or in the form of combined characters`,
  },
  'package/junk': {
    title: 'System junk in the package',
    aspect: 'junk files',
    why: 'When a folder is opened, systems and office software leave files in it; they are not material, and do not touch it.',
    mend: 'It does no harm; what is in no manifest can be deleted.',
    example: 'Thumbs.db',
    message: ({ count, examples }) =>
      `${countEn(count, 'file')} left behind by systems or office software, no matter to the contents: ${examples.join(', ')}${count > examples.length ? ', ...' : ''}`,
    fix: ({ listed }) =>
      listed
        ? 'The package can be used; do not delete what the manifest lists, but ask for a clean package if you need one'
        : 'The package can be used; what was left behind can be deleted',
  },
  'package/draft': {
    title: 'Draft',
    why: 'A draft is for checking among yourselves and must not be submitted.',
    mend: 'To submit, pack it again without --draft.',
    example: 'A package made with --draft',
    message: ({ name }) => `"${name}" is a draft, for checking among yourselves, and must not be submitted`,
    fix: () => 'To submit, run sizheng pack without --draft',
  },
};
