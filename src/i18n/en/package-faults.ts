/** Packages: what was found, fault by fault. */
import type { StructureFaultCode } from '../../model/package-facts.ts';
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import { OTHER_ARCHIVES, type PackageRuleParams } from '../../model/package-params.ts';
import { formatSize } from '../../util/format.ts';
import { countEn } from './words.ts';

type Params<Rule extends keyof PackageRuleParams> = PackageRuleParams[Rule];

const STRUCTURE_EN: Record<StructureFaultCode, string> = {
  'leading-data': 'Data that are no part of the archive stand at its beginning',
  'trailing-data': 'Data that are no part of the archive stand at its end',
  gap: 'The archive contains data that belong to no file',
  overlap: 'Two files share the same data',
  'out-of-bounds': 'Something lies past the end of the file; the archive is incomplete',
  'multi-disk': 'This is one volume of a split archive',
  count: 'The number of files is not the one in the directory',
  'directory-size': 'The size of the directory is not the one recorded',
  'bad-signature': 'There is no file where the directory says',
  'local-differs': 'The header of the file and the directory disagree',
  'descriptor-differs': 'The record behind the file and the directory disagree',
  'extra-field': 'An extra field is incomplete',
  zip64: 'The ZIP64 records for large files are wrong',
  comment: 'The archive carries a comment, which no manifest covers',
};

/** `"a", "b" and 44 more`. */
export function severalEn({
  count,
  examples,
}: {
  readonly count: number;
  readonly examples: readonly string[];
}): string {
  const names = examples.map((path) => `"${path}"`).join(', ');
  return `${names}${count > examples.length ? ` and ${count - examples.length} more` : ''}`;
}

export function unreadableEn({ reason, detail }: Params<'package/unreadable'>): string {
  switch (reason) {
    case 'empty':
      return 'The file is empty (0 bytes)';
    case 'truncated':
      return 'The archive is incomplete: the download or the transfer broke off';
    case 'not-file':
      return 'This is neither a file nor a folder';
    case 'system':
      return `Cannot be opened: there may be no permission, or the disk or the network fails${detail === null ? '' : ` (${detail})`}`;
    case 'not-zip':
      if (detail === 'html') return 'This is a web page, not an archive';
      if (detail !== null && OTHER_ARCHIVES.has(detail)) return `This is a ${detail} archive, not a ZIP`;
      return `This is not a ZIP archive${detail === null ? '' : ` (${detail})`}`;
  }
}

export function unreadableFixEn({ reason, detail }: Params<'package/unreadable'>): string {
  if (reason === 'system') return 'Make sure that the file can be opened, then verify again';
  if (reason === 'not-zip' && detail === 'html')
    return 'Most likely a login or error page was downloaded; log in and download it again';
  if (reason === 'not-zip' && detail !== null && OTHER_ARCHIVES.has(detail))
    return 'Unpack it, then verify the folder that comes out';
  if (reason === 'not-zip' || reason === 'not-file')
    return 'Check that you chose the right file; a package is the ZIP (or the folder) that sizheng pack makes';
  return 'Download it again, or ask the sender for it again';
}

export function structureEn({ fault, field, path, bytes }: Params<'package/structure'>): string {
  const details = [field ?? '', bytes === null ? '' : countEn(bytes, 'byte')].filter(Boolean);
  const detail = details.length > 0 ? ` (${details.join(', ')})` : '';
  return `${STRUCTURE_EN[fault]}${detail}${path === null ? '' : `: "${path}"`}`;
}

export function tooLargeEn({ limit, actual, max, path }: Params<'package/too-large'>): string {
  const entry = path === null ? 'it' : `"${path}"`;
  switch (limit) {
    case 'entries':
      return path === null
        ? `Contains ${countEn(actual, 'file')}, over the safety limit of ${max}; reading stopped`
        : `Lists such as ${entry} have more lines than the safety limit of ${max}; reading stopped`;
    case 'directory':
      return `Has a directory of ${formatSize(actual)}, over the safety limit of ${formatSize(max)}; reading stopped`;
    case 'faults':
      return `Has more than ${countEn(max, 'fault')}; reading stopped`;
    case 'total':
      return `Unpacked, ${entry} goes past the safety limit of ${formatSize(max)}; reading stopped`;
    case 'ratio':
      return `Unpacked, ${entry} grows ${actual} times, over the safety limit of ${max}; it looks hostile, and reading stopped`;
  }
}

export function damagedEn(params: Params<'package/damaged'>): string {
  switch (params.fault) {
    case 'crc':
      return `"${params.path}" is damaged (the CRC does not match)`;
    case 'size':
      return `"${params.path}" should have ${countEn(params.askedBytes, 'byte')} and has ${params.foundBytes}`;
    case 'data':
      return `"${params.path}" cannot be read (${params.detail})`;
  }
}

export function unsafePathEn({ path, where, list, line }: Params<'package/unsafe-path'>): string {
  const place = {
    archive: 'The package contains',
    manifest: `${list}, line ${line}:`,
    fetch: `fetch.txt, line ${line}:`,
    log: `Upload log, line ${line}:`,
  }[where];
  return `${place} "${path}", a path that leads out of the package or is not safe`;
}

export function declarationEn({ fault, found }: Params<'package/declaration'>): string {
  switch (fault) {
    case 'not-a-bag':
      return found === null
        ? 'This is not a package: it has neither bagit.txt with a manifest nor an upload log'
        : `This is not a package, but "${found}" inside it looks like one`;
    case 'missing':
      return 'bagit.txt (the declaration of the package) is missing';
    case 'bom':
      return 'bagit.txt begins with an invisible mark (BOM) that must not be there';
    case 'version':
      return `bagit.txt gives version ${found}; versions 0.93 to 1.0 are known`;
    case 'encoding':
      return found === null
        ? 'bagit.txt does not say how text is encoded'
        : `bagit.txt gives an unknown text encoding, "${found}"`;
    case 'format':
      return 'The two lines of bagit.txt are not as they must be';
  }
}

export function manifestEn({ list, fault, line, path }: Params<'package/manifest'>): string {
  const place = `${list ?? ''}${line === null ? '' : `, line ${line}`}`;
  switch (fault) {
    case 'none':
      return 'There is no manifest (manifest-...txt), so nobody knows what should be inside';
    case 'bad-line':
      return `${place} cannot be understood`;
    case 'algorithm':
      return `${place} uses an algorithm that this computer cannot compute; nothing was compared with it`;
    case 'twice':
      return `${place} lists "${path}" again`;
    case 'twice-differing':
      return `${place} lists "${path}" again with another digest, and nobody knows which one counts`;
    case 'md5sum-style':
      return `${place} has * before the file name, as md5sum writes it; BagIt does not`;
    case 'relative':
      return `${place} has ./ before the file name; BagIt does not`;
    case 'outside':
      return `${place} lists "${path}", which it must not speak of`;
  }
}

export function contentsEn({ fault, path, detail }: Params<'package/contents'>): string {
  const own = PACKAGE_FILES.manifest;
  switch (fault) {
    case 'unreadable':
      return `${own} cannot be understood${detail === null ? '' : ` (${detail})`}`;
    case 'newer':
      return `${own} was written by a newer sizheng (${detail}) and cannot be understood by this one`;
    case 'missing-file':
      return `${own} names "${path}", which is not in the package`;
    case 'size':
      return `"${path}" does not have the size that ${own} gives`;
    case 'digest':
      return `For "${path}", the manifest and ${own} give different digests`;
    case 'not-listed':
      return `"${path}" is not in ${own}`;
    case 'twice':
      return `${own} tells of the one file "${path}" more than once`;
    case 'not-passed':
      return `${own} says that the check before packing was not passed, and it is not marked as a draft`;
    case 'name':
      return detail === ''
        ? `The archive has no folder "${path}"; its files stand at the top`
        : `The folder in the archive is called "${detail}" and should be called "${path}"`;
  }
}

export const PROFILE_EN: Record<Params<'package/profile'>['fault'], (name: string, missing: boolean) => string> = {
  'tag-missing': (name) => `bag-info.txt has no ${name}`,
  'tag-repeated': (name) => `bag-info.txt gives ${name} more than once`,
  manifest: (name, missing) => (missing ? `there is no ${name} manifest` : `there must be no ${name} manifest`),
  'tag-manifest': (name, missing) =>
    missing ? `tagmanifest-${name}.txt is missing` : `there must be no tagmanifest-${name}.txt`,
  'tag-file': (name, missing) => (missing ? `"${name}" is missing` : `there must be no "${name}"`),
  fetch: (name) => `there must be no ${name} (files to be downloaded)`,
  version: (name) => `the BagIt version is ${name} and must be 1.0`,
};

export function uploadLogEn(params: Params<'package/upload-log'>): string {
  switch (params.fault) {
    case 'unreadable':
      return `The upload log cannot be read${params.detail === null ? '' : ` (${params.detail})`}`;
    case 'no-rows':
      return 'The upload log names no file';
    case 'no-digest':
      return `Upload log, line ${params.line}: "${params.path}" has no digest (SHA-256) and cannot be compared`;
    case 'size':
      return `"${params.path}" has ${countEn(params.foundBytes, 'byte')}; line ${params.line} of the upload log gives ${params.askedBytes}`;
  }
}

export function receiptEn({ fault, receipt, found, asked }: Params<'package/receipt'>): string {
  switch (fault) {
    case 'name':
      return `Not the package of the receipt "${receipt}": that is for "${asked}", this is "${found}", and the contents differ`;
    case 'size':
      return `Not as the receipt "${receipt}" says: the size in bytes is ${found}, receipt ${asked}`;
    case 'sha256':
      return `Not as the receipt "${receipt}" says: the digest (SHA-256) is ${found}, receipt ${asked}`;
    case 'content':
      return `The contents are not those of the receipt "${receipt}": their digest (SHA-256) is ${found}, receipt ${asked}`;
    case 'repacked':
      return `The contents are those of the receipt "${receipt}"; they were compressed again, so the digest of the whole archive differs`;
    case 'unverified':
      return `As the receipt "${receipt}" says, but it was not verified after packing (--no-verify): the receipt vouches for the manifest, not for the files as written`;
  }
}

export function receiptFixEn({ fault }: Params<'package/receipt'>): string {
  if (fault === 'repacked') return 'The contents are unchanged and can be used';
  if (fault === 'name') return 'Find the receipt of this very package, then verify again';
  if (fault === 'unverified') return 'To be sure, ask the sender to pack it again without --no-verify';
  return 'This is not the package that was made then; ask the sender for it again';
}

export const SOURCE_EN: Record<Params<'package/source'>['fault'], string> = {
  changed: 'was changed after packing and is not what is in the package',
  gone: 'is in the package and no longer in the workspace (or cannot be read)',
  'not-packed': 'is in the workspace and not in the package',
};
