/** Where everything stands in a package: `浙江省-2027-首批-20270609/data/心理微课/01-题目-学校/微课.mp4`. */
import { type Layout, PAYLOAD_FOLDER } from '../model/package-manifest.ts';
import { cutFileName, cutName, safeName } from '../model/safe-names.ts';
import type { Batch } from '../model/spec.ts';
import { BATCH_NAMES } from './words.ts';

/** Windows programs stop at 260 for a whole path; half of it is left to the folder that a package is unpacked in. */
export const MAX_PATH_UNITS = 120;
const MAX_OWNER_UNITS = 24;
const MAX_CATEGORY_UNITS = 16;
const MAX_FILE_UNITS = 32;
/** What a count behind a name may take: `-99`. */
const COUNT_UNITS = 3;

export interface NamedBatch {
  readonly owner: string | null;
  readonly year: number;
  readonly batch: Batch;
  /** `20270609`, in the spec's zone. */
  readonly date: string;
  readonly draft: boolean;
}

/** The package's own name, which is its base folder too. */
export function packageName({ owner, year, batch, date, draft }: NamedBatch): string {
  const parts = [owner === null ? '报送' : cutName(safeName(owner), MAX_OWNER_UNITS), year, BATCH_NAMES[batch], date];
  return [...parts, ...(draft ? ['草稿'] : [])].join('-');
}

/** What a category's folder is called. */
export function categoryFolder(base: string, layout: Layout, name: string): string {
  const payload = layout === 'upload' ? '' : `${PAYLOAD_FOLDER}/`;
  return `${base}/${payload}${cutName(safeName(name), MAX_CATEGORY_UNITS)}/`;
}

/** A file's name as it stands in the package. */
export function fileNameIn(name: string): string {
  return cutFileName(safeName(name), MAX_FILE_UNITS);
}

export interface NamedWork {
  readonly number: string;
  readonly title: string;
  readonly institution: string | null;
}

/** `01-题目-学校`, the title cut so that every file below still fits. */
export function workFolder(
  above: string,
  { number, title, institution }: NamedWork,
  fileNames: readonly string[],
): string {
  const longest = Math.max(0, ...fileNames.map((name) => name.length));
  const room = MAX_PATH_UNITS - above.length - longest - 1 - 2 * COUNT_UNITS;
  const behind = institution === null ? '' : `-${cutName(safeName(institution), Math.floor(room / 3))}`;
  return `${number}-${cutName(safeName(title), room - number.length - 1 - behind.length)}${behind}`;
}
