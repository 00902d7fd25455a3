/** What goes into a package, under which name, and what stays out. Pure: nothing is read or written here. */
import type { Facts, FileFacts } from '../model/facts.ts';
import { baseName } from '../model/file-names.ts';
import type { PackPlan, PlannedAsset, PlannedFile, PlannedItem } from '../model/pack-plan.ts';
import type { KeyFacts, Layout, PackagedItem, PackagedWaiver } from '../model/package-manifest.ts';
import type { Report } from '../model/report.ts';
import { UniqueNames } from '../model/safe-names.ts';
import type { Category, Slot, Spec } from '../model/spec.ts';
import type { Asset, Entry, Item, Submission } from '../model/submission.ts';
import { pad2 } from '../util/format.ts';
import { byCodeUnit } from '../util/order.ts';
import { localTime } from '../util/zone.ts';
import { type IntroText, introText } from './intro-text.ts';
import { leftOutOf } from './left-out.ts';
import { categoryFolder, fileNameIn, packageName, workFolder } from './plan-names.ts';
import { WHOLE_BATCH } from './words.ts';

export interface PlanInput {
  readonly report: Report;
  readonly spec: Spec;
  readonly submission: Submission;
  readonly entries: readonly Entry[];
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** SHA-256 by path, of files that the check has digested. */
  readonly digests: ReadonlyMap<string, string>;
  readonly layout: Layout;
  readonly draft: boolean;
  readonly packedAtMs: number;
}

const INTRO_FILE = '简介.txt';
/** Windows knows a text as UTF-8 by it. */
const BOM = '\uFEFF';

export function makePlan(input: PlanInput): PackPlan {
  const { report, layout, draft, packedAtMs } = input;
  const name = packageName({ ...batchOf(report, packedAtMs), draft });
  const planning: Planning = {
    input,
    base: name,
    names: new UniqueNames(),
    entries: new Map(input.entries.map((entry) => [entry.path, entry])),
    files: [],
    unreadable: [],
  };
  const assets = planWhole(planning);
  const items = input.spec.categories.flatMap((category) => planCategory(category, planning));
  return {
    ...{ name, layout, draft, packedAtMs, items, assets },
    files: planning.files,
    payloadBytes: planning.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    leftOut: leftOutOf(input.submission, planning.unreadable),
    waivers: waiversOf(report),
  };
}

/** The plan while it is made: names taken so far, files in their order. */
interface Planning {
  readonly input: PlanInput;
  readonly base: string;
  readonly names: UniqueNames;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly files: PlannedFile[];
  readonly unreadable: string[];
}

function batchOf({ scope, province, institution, year, batch, timezone }: Report, packedAtMs: number) {
  const { year: packedIn, month, day } = localTime(packedAtMs, timezone);
  const owner = scope === 'province' ? province : institution;
  return { owner, year, batch, date: `${packedIn}${pad2(month)}${pad2(day)}` };
}

function planWhole(planning: Planning): PlannedAsset[] {
  const { spec, submission, layout } = planning.input;
  const above = categoryFolder(planning.base, layout, WHOLE_BATCH);
  return inOrder(submission.assets, spec.slots).flatMap((asset) =>
    planPiece({ asset, text: null }, spec.slots, above, planning),
  );
}

function planCategory(category: Category, planning: Planning): PlannedItem[] {
  const { submission } = planning.input;
  const items = submission.items.filter((item) => item.category === category.id && item.status === 'selected');
  return numberItems(items).map(({ item, number }) => planItem(item, number, category, planning));
}

/**
 * A work keeps the number that its folder has: people look for it under that one. Of several with one number the first
 * by id keeps it; they and those without any are counted on behind the last, so that gaps stay.
 */
function numberItems(items: readonly Item[]): { item: Item; number: string }[] {
  const byNumber = new Map<number, Item>();
  const others: Item[] = [];
  for (const item of items.toSorted((a, b) => byCodeUnit(a.id, b.id))) {
    const own = ownNumber(item);
    if (own === null || byNumber.has(own)) others.push(item);
    else byNumber.set(own, item);
  }
  const last = Math.max(0, ...byNumber.keys());
  for (const [index, item] of others.entries()) byNumber.set(last + 1 + index, item);
  return [...byNumber].toSorted(([a], [b]) => a - b).map(([number, item]) => ({ item, number: pad2(number) }));
}

/** Anything longer is a year or a code, and no place in a row. */
const LARGEST_NUMBER = 999;

function ownNumber({ fields }: Item): number | null {
  const number = Number(fields.number ?? 0);
  return Number.isInteger(number) && number > 0 && number <= LARGEST_NUMBER ? number : null;
}

function planItem(item: Item, number: string, category: Category, planning: Planning): PlannedItem {
  const { id, title, institution, people, topic } = item;
  const intro = introText(item, category, planning.input.facts);
  const above = categoryFolder(planning.base, planning.input.layout, category.name);
  const fileNames = item.assets.map((asset) => fileNameOf(asset));
  const taken = planning.names.take(above, workFolder(above, { number, title, institution }, fileNames));
  const folder = withoutBase(taken, planning);
  const assets = inOrder(item.assets, category.slots)
    .flatMap((asset) => piecesOf(asset, intro, planning))
    .flatMap((piece) => planPiece(piece, category.slots, `${taken}/`, planning));
  return {
    ...{ id, category: category.id, categoryName: category.name, number, title, institution, people, topic },
    intro: intro?.text ?? null,
    ...introIn(item, planning),
    subtitles: subtitlesOf(item, category),
    ...{ folder, assets },
  };
}

/** What stands in a package for a piece of material: its file, or a text that is written as one. */
interface Piece {
  readonly asset: Asset;
  /** `null`: the file itself. */
  readonly text: string | null;
}

/** In plain folders the text of a document lies beside it as well: portals take it pasted. */
function piecesOf(asset: Asset, intro: IntroText | null, { input }: Planning): Piece[] {
  if (asset.source.type === 'text') return [{ asset, text: intro?.text ?? '' }];
  const isPlainText = input.facts.get(asset.path)?.type.format === 'txt';
  const isPasted =
    input.layout === 'upload' && asset === intro?.asset && !(isPlainText && asset.source.type === 'file');
  return [{ asset, text: null }, ...(isPasted ? [{ asset, text: intro.text }] : [])];
}

/** The document of many works, which was planned before them. */
function introIn({ assets }: Item, { files }: Planning): Pick<PlannedItem, 'introIn'> {
  const path = assets.find(({ source }) => source.type === 'section')?.path;
  const planned = files.find(({ from }) => from.type === 'file' && from.entry.path === path);
  return planned === undefined ? {} : { introIn: planned.path };
}

/** By slot, then by path: the order in which a folder lists its files is the system's own. */
function inOrder(assets: readonly Asset[], slots: readonly Slot[]): Asset[] {
  const rank = new Map(slots.map(({ id }, index) => [id, index]));
  return assets.toSorted(
    (a, b) => (rank.get(a.slot ?? '') ?? 0) - (rank.get(b.slot ?? '') ?? 0) || byCodeUnit(a.path, b.path),
  );
}

function fileNameOf({ source, path }: Asset): string {
  return source.type === 'file' ? fileNameIn(baseName(path)) : INTRO_FILE;
}

function withoutBase(path: string, { base }: Planning): string {
  return path.slice(base.length + 1);
}

/** A track, a section or a declaration travels inside another file. */
function planPiece({ asset, text }: Piece, slots: readonly Slot[], above: string, planning: Planning): PlannedAsset[] {
  const slot = slots.find(({ id }) => id === asset.slot);
  if (slot === undefined || (text === null && asset.source.type !== 'file')) return [];
  const from = text === null ? fileSource(asset, planning) : textSource(text);
  if (from === null) {
    planning.unreadable.push(asset.path);
    return [];
  }
  const name = from.type === 'file' ? fileNameOf(asset) : INTRO_FILE;
  const path = withoutBase(planning.names.take(above, name), planning);
  const sizeBytes = from.type === 'file' ? from.entry.sizeBytes : from.bytes.length;
  planning.files.push({ path, sizeBytes, from });
  return [
    {
      slot: slot.id,
      slotName: slot.name,
      kind: asset.kind,
      path,
      originalPath: from.type === 'file' ? asset.path : null,
      sizeBytes,
      facts: from.type === 'file' ? keyFacts(planning.input.facts.get(asset.path)) : null,
    },
  ];
}

function textSource(text: string): PlannedFile['from'] {
  return { type: 'text', bytes: new TextEncoder().encode(`${BOM}${text}\n`) };
}

/** `null`: a link, a folder, or what could not be looked at. */
function fileSource({ path }: Asset, { entries, input }: Planning): PlannedFile['from'] | null {
  const entry = entries.get(path);
  return entry?.type === 'file' && entry.error === null
    ? { type: 'file', entry, sha256: input.digests.get(path) ?? null }
    : null;
}

function subtitlesOf({ assets }: Item, { slots }: Category): PackagedItem['subtitles'] {
  const ids = new Set(slots.filter(({ kinds }) => kinds.includes('subtitle')).map(({ id }) => id));
  const types = new Set(assets.filter(({ slot }) => slot !== null && ids.has(slot)).map(({ source }) => source.type));
  if (types.has('file')) return 'file';
  if (types.has('track')) return 'track';
  return types.has('declared') ? 'burned-in' : null;
}

function keyFacts(measured: FileFacts | undefined): KeyFacts | null {
  if (measured === undefined) return null;
  const value: Facts | null = measured.content?.ok ? measured.content.value : null;
  const none = { format: measured.type.format, durationMs: null, width: null, height: null, codec: null };
  if (value?.kind !== 'video') return none;
  const { durationMs, container, video } = value;
  const { displayWidth: width = null, displayHeight: height = null, codec = null } = video ?? {};
  return { format: container, durationMs, width, height, codec };
}

function waiversOf({ findings }: Report): PackagedWaiver[] {
  return findings.flatMap(({ rule, place, waived }) =>
    waived === undefined
      ? []
      : [{ rule, subject: place.item ?? place.category ?? 'submission', reason: waived.reason }],
  );
}
