/** What the messages of the rules over packages need to say. */
import type { PackageStop, StructureFault, UnreadableReason } from './package-facts.ts';

/** Formats that people unpack as they do a ZIP. */
export const OTHER_ARCHIVES: ReadonlySet<string> = new Set(['7z', 'rar', 'tar', 'gz', 'bz2', 'xz', 'zst']);

/** One cause in many files: how many, and the first few. */
interface Several {
  count: number;
  examples: readonly string[];
}

export interface PackageRuleParams {
  'package/unreadable': { reason: UnreadableReason; detail: string | null };
  'package/too-large': Omit<Extract<PackageStop, { type: 'too-large' }>, 'type'>;
  'package/structure': StructureFault;
  'package/damaged':
    | { path: string; fault: 'crc' }
    | { path: string; fault: 'size'; foundBytes: number; askedBytes: number }
    | { path: string; fault: 'data'; detail: string };
  'package/unsupported': Several & ({ why: 'encrypted' } | { why: 'method'; method: number });
  /** `list` and `line`: where a list names it; `null` for an entry of the archive. */
  'package/unsafe-path': {
    path: string;
    where: 'archive' | 'manifest' | 'fetch' | 'log';
    list: string | null;
    line: number | null;
  };
  'package/link': { path: string; type: 'link' | 'other' };
  /** `encoding`: `null` where the names are in several. */
  'package/name-encoding': Several & { encoding: 'utf-8-unmarked' | 'gb18030' | 'cp437' | null };
  'package/name-clash': { path: string; other: string };
  /** `listed`: some of it stands in a list, so that it cannot be taken out. */
  'package/junk': Several & { listed: boolean };
  'package/declaration': {
    fault: 'not-a-bag' | 'missing' | 'bom' | 'version' | 'encoding' | 'format';
    /** What was found instead: a version, an encoding; for `not-a-bag` a folder inside that looks like one. */
    found: string | null;
  };
  'package/bag-info': { line: number };
  'package/oxum': { foundBytes: number; foundFiles: number; asked: string };
  'package/manifest': {
    /** `null`: there is none at all. */
    list: string | null;
    fault: 'none' | 'bad-line' | 'algorithm' | 'twice' | 'twice-differing' | 'md5sum-style' | 'relative' | 'outside';
    line: number | null;
    path: string | null;
  };
  'package/fetch': { fault: 'bad-line'; line: number } | { fault: 'not-listed'; line: number; path: string };
  /** `fetch`: `fetch.txt` says where it could be downloaded. */
  'package/missing': { path: string; list: string; fetch: boolean };
  /** `list`: where it should stand. `tolerated`: a tag file that others need not list. */
  'package/added': { path: string; list: string; tolerated: boolean };
  'package/altered': { path: string; algorithm: string; list: string };
  'package/renamed': { path: string; from: string };
  /** `name`: one name twice in the archive; `bytes`: a file nobody listed, the same as a listed one. */
  'package/duplicated': { path: string; by: 'name' | 'bytes'; other: string };
  'package/contents': {
    fault: 'unreadable' | 'missing-file' | 'size' | 'digest' | 'not-listed' | 'twice' | 'name' | 'newer' | 'not-passed';
    path: string;
    /** `unreadable`: the reader's words; `name`: the folder that is there (empty: none); `newer`: the version. */
    detail: string | null;
  };
  'package/profile': {
    fault: 'tag-missing' | 'tag-repeated' | 'manifest' | 'tag-manifest' | 'tag-file' | 'fetch' | 'version';
    /** The tag, the algorithm, the file or the version that is at odds. */
    name: string;
    /** It is not there and must be; else it is there and must not be, or not so. */
    missing: boolean;
  };
  'package/draft': { name: string };
  'package/upload-log':
    | { fault: 'unreadable'; detail: string | null }
    | { fault: 'no-rows' }
    | { fault: 'no-digest'; line: number; path: string }
    | { fault: 'size'; line: number; path: string; foundBytes: number; askedBytes: number };
  'package/receipt': {
    /** `name`: by its own name it is another package; `repacked`: the same contents in another archive. */
    fault: 'name' | 'size' | 'sha256' | 'content' | 'repacked' | 'unverified';
    receipt: string;
    found: string | null;
    asked: string | null;
  };
  'package/source': { fault: 'changed' | 'gone' | 'not-packed'; path: string; packagedAs: string | null };
}
export type PackageRuleId = keyof PackageRuleParams;
