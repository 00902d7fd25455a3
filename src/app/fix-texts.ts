/** The subtitles of a workspace as `fix` sees them: which they are, what they hold, and how they are mended. */
import { kindForSlot } from '../arrange/slots.ts';
import { mendText, type TextSource } from '../fix/mend-text.ts';
import type { PlannedText } from '../fix/plan.ts';
import { CONTENT_HEAD_BYTES, detectContentType } from '../measure/content-type.ts';
import { subtitleFormat } from '../measure/measure-file.ts';
import { MAX_SUBTITLE_BYTES } from '../measure/subtitle/read.ts';
import { readWhole } from '../measure/text/read-whole.ts';
import type { ContentType, FileFacts } from '../model/facts.ts';
import { baseName, kindOfExtension, parentPath, splitName } from '../model/file-names.ts';
import type { LeftAlone, LeftReason, LineEnd } from '../model/fix.ts';
import type { Spec } from '../model/spec.ts';
import type { Asset, Entry, Item, Submission } from '../model/submission.ts';

export interface SubtitleFile {
  readonly entry: Entry;
  /** The slot for subtitles takes SRT, and not this. */
  readonly needsSrt: boolean;
}

/** What the plain texts of works are: some are subtitles. */
export async function readTextTypes(
  { items }: Submission,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, FileFacts>> {
  const texts = new Set(items.flatMap(({ assets }) => assets.map(({ path }) => path)).filter(isPlainText));
  const facts = new Map<string, FileFacts>();
  for (const entry of entries.filter(({ path, type }) => type === 'file' && texts.has(path))) {
    const bytes = await readWhole(entry, MAX_SUBTITLE_BYTES);
    if (bytes.ok) facts.set(entry.path, { type: await typeOf(entry, bytes.value), content: null });
  }
  return facts;
}

function isPlainText(path: string): boolean {
  return splitName(baseName(path)).extension === 'txt';
}

function typeOf({ path }: Entry, bytes: Uint8Array): Promise<ContentType> {
  return detectContentType(bytes.subarray(0, CONTENT_HEAD_BYTES), bytes.length, baseName(path));
}

/** Those of works that stand, and those that belong to none. */
export function subtitlesOf({ items, strays }: Submission, entries: readonly Entry[], spec: Spec): SubtitleFile[] {
  const needsSrt = new Map<string, boolean>();
  for (const path of strays)
    if (kindOfExtension(splitName(baseName(path)).extension) === 'subtitle') needsSrt.set(path, false);
  for (const item of items.filter(({ status }) => status !== 'withdrawn')) {
    for (const asset of item.assets) {
      if (asset.kind === 'subtitle' && asset.source.type === 'file')
        needsSrt.set(asset.path, isRefused(asset, item, spec));
    }
  }
  return entries
    .filter(({ path, type, error }) => type === 'file' && error === null && needsSrt.has(path))
    .map((entry) => ({ entry, needsSrt: needsSrt.get(entry.path) ?? false }));
}

/** No slot takes it as it is, and the one for subtitles is empty and would take it as SRT. */
function isRefused({ path, slot }: Asset, { category, assets }: Item, { categories }: Spec): boolean {
  if (slot !== null) return false;
  const slots = categories.find(({ id }) => id === category)?.slots ?? [];
  const { format } = kindForSlot(path, undefined);
  return slots.some(
    ({ id, kinds, formats }) =>
      kinds.includes('subtitle') &&
      formats?.includes('srt') &&
      !formats.includes(format ?? '') &&
      !assets.some((asset) => asset.slot === id),
  );
}

export interface TextOptions {
  readonly lineEnd: LineEnd;
  /** Every subtitle is to be SRT. */
  readonly toSrt: boolean;
  /** New last names by path. */
  readonly names: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
  readonly signal: AbortSignal;
}

export async function mendTexts(
  files: readonly SubtitleFile[],
  options: TextOptions,
): Promise<{ texts: PlannedText[]; left: LeftAlone[] }> {
  const names = new FinalNames(options);
  const texts: PlannedText[] = [];
  const left: LeftAlone[] = [];
  for (const { entry, needsSrt } of files) {
    options.signal.throwIfAborted();
    const read = await readText(entry);
    if (typeof read === 'string') {
      left.push({ path: entry.path, reason: read });
      continue;
    }
    const converts = (needsSrt || options.toSrt) && read.format !== 'srt' && names.isKnown(entry);
    const srtName = converts ? names.srtFor(entry) : null;
    if (converts && srtName === null) left.push({ path: entry.path, reason: 'name-taken' });
    const mended = mendText(read, { lineEnd: options.lineEnd, srtName });
    // What was mended is to be read again.
    if ((mended.content?.length ?? 0) > MAX_SUBTITLE_BYTES) left.push({ path: entry.path, reason: 'too-large' });
    else texts.push({ entry, bytes: read.bytes, mended });
  }
  return { texts, left };
}

async function readText(entry: Entry): Promise<TextSource | LeftReason> {
  const bytes = await readWhole(entry, MAX_SUBTITLE_BYTES);
  if (!bytes.ok) return bytes.failure.reason === 'too-large' ? 'too-large' : 'unreadable';
  if (bytes.value.length === 0) return 'no-cues';
  const format = subtitleFormat(entry.path, await typeOf(entry, bytes.value));
  return format === null ? 'other-content' : { path: entry.path, bytes: bytes.value, format };
}

/** Which names are taken once everything has its new one. */
class FinalNames {
  readonly #names: ReadonlyMap<string, string>;
  readonly #taken: Set<string>;

  constructor({ names, entries }: Pick<TextOptions, 'names' | 'entries'>) {
    this.#names = names;
    this.#taken = new Set(entries.map(({ path }) => keyOf(path, names.get(path) ?? baseName(path))));
  }

  /** It can be read, or is going to be. */
  isKnown({ path, undecodable }: Entry): boolean {
    return !undecodable || this.#names.has(path);
  }

  /** The same stem with another extension; `null` where that is another file's. */
  srtFor({ path }: Entry): string | null {
    const own = this.#names.get(path) ?? baseName(path);
    const { stem, extension } = splitName(own);
    if (extension === 'srt') return own;
    const name = `${stem}.srt`;
    const key = keyOf(path, name);
    if (this.#taken.has(key)) return null;
    this.#taken.add(key);
    return name;
  }
}

function keyOf(path: string, name: string): string {
  return `${parentPath(path)}/${name}`.normalize('NFC').toLowerCase();
}
