/** What goes into a package, under which name, and what stays out. Pure: nothing is read or written here. */
import type { Facts, FileFacts } from '../model/facts.ts';
import { baseName } from '../model/file-names.ts';
import type { LeftOut, LeftOutReason, PackPlan, PlannedAsset, PlannedFile, PlannedItem } from '../model/pack-plan.ts';
import type { KeyFacts, Layout, PackagedItem, PackagedWaiver } from '../model/package-manifest.ts';
import type { Report } from '../model/report.ts';
import type { Category, Slot, Spec } from '../model/spec.ts';
import type { Asset, Entry, Item, Submission } from '../model/submission.ts';
import { pad2 } from '../util/format.ts';
import { byCodeUnit } from '../util/order.ts';
import { localTime } from '../util/zone.ts';
import { categoryFolder, fileNameIn, packageName, workFolder } from './plan-names.ts';
import { UniqueNames } from './safe-names.ts';
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
  return inOrder(submission.assets, spec.slots).flatMap((asset) => planAsset(asset, spec.slots, above, planning));
}

function planCategory(category: Category, planning: Planning): PlannedItem[] {
  const { submission } = planning.input;
  const items = submission.items.filter((item) => item.category === category.id && item.status === 'selected');
  return numberItems(items).map(({ item, number }) => planItem(item, number, category, planning));
}

/** By the numbers people gave where each has its own, else counted in the order of the ids. */
function numberItems(items: readonly Item[]): { item: Item; number: string }[] {
  const given = items.map(({ fields }) => Number(fields.number ?? Number.NaN));
  const own = given.every((number) => Number.isInteger(number) && number > 0) && new Set(given).size === items.length;
  const order = (item: Item) => Number(item.fields.number ?? Number.POSITIVE_INFINITY) || Number.POSITIVE_INFINITY;
  return items
    .toSorted((a, b) => compareNumbers(order(a), order(b)) || byCodeUnit(a.id, b.id))
    .map((item, index) => ({ item, number: pad2(own ? order(item) : index + 1) }));
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function planItem(item: Item, number: string, category: Category, planning: Planning): PlannedItem {
  const { id, title, institution, people, topic, fields } = item;
  const above = categoryFolder(planning.base, planning.input.layout, category.name);
  const fileNames = item.assets.map((asset) => fileNameOf(asset));
  const taken = planning.names.take(above, workFolder(above, { number, title, institution }, fileNames));
  const folder = withoutBase(taken, planning);
  const assets = inOrder(item.assets, category.slots).flatMap((asset) =>
    planAsset(asset, category.slots, `${taken}/`, planning, fields.intro),
  );
  return {
    ...{ id, category: category.id, categoryName: category.name, number, title, institution, people, topic },
    intro: fields.intro,
    subtitles: subtitlesOf(item, category),
    ...{ folder, assets },
  };
}

/** By slot, then by path: the order in which a folder lists its files is the system's own. */
function inOrder(assets: readonly Asset[], slots: readonly Slot[]): Asset[] {
  const rank = new Map(slots.map(({ id }, index) => [id, index]));
  return assets.toSorted(
    (a, b) => (rank.get(a.slot ?? '') ?? 0) - (rank.get(b.slot ?? '') ?? 0) || byCodeUnit(a.path, b.path),
  );
}

function fileNameOf({ source, path }: Asset): string {
  return source.type === 'text' ? INTRO_FILE : fileNameIn(baseName(path));
}

function withoutBase(path: string, { base }: Planning): string {
  return path.slice(base.length + 1);
}

/** A file, or a text that is written as one; a track or a declaration travels inside the video. */
function planAsset(
  asset: Asset,
  slots: readonly Slot[],
  above: string,
  planning: Planning,
  text: string | null = null,
): PlannedAsset[] {
  const slot = slots.find(({ id }) => id === asset.slot);
  if (slot === undefined || (asset.source.type !== 'file' && asset.source.type !== 'text')) return [];
  const from = sourceOf(asset, text, planning);
  if (from === null) {
    planning.unreadable.push(asset.path);
    return [];
  }
  const path = withoutBase(planning.names.take(above, fileNameOf(asset)), planning);
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

/** `null`: a link, a folder, or what could not be looked at. */
function sourceOf(
  { source, path }: Asset,
  text: string | null,
  { entries, input }: Planning,
): PlannedFile['from'] | null {
  if (source.type === 'text') return { type: 'text', bytes: new TextEncoder().encode(`${BOM}${text ?? ''}\n`) };
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

function leftOutOf({ items, strays, junk }: Submission, unreadable: readonly string[]): LeftOut[] {
  const works = items
    .filter(({ status }) => status !== 'selected')
    .map(
      ({ id, status, fields }): LeftOut => ({
        why: status === 'withdrawn' ? 'withdrawn' : 'candidate',
        name: id,
        reason: fields.reason,
      }),
    );
  const extras = items
    .filter(({ status }) => status === 'selected')
    .flatMap(({ assets }) => assets.filter(({ slot }) => slot === null).map(({ path }) => path));
  const named = (why: LeftOutReason, paths: readonly string[]) =>
    [...new Set(paths)].toSorted(byCodeUnit).map((name): LeftOut => ({ why, name, reason: null }));
  return [
    ...works.toSorted((a, b) => byCodeUnit(a.name, b.name)),
    ...named('unreadable', unreadable),
    ...named('extra', extras),
    ...named('stray', strays),
    ...named('junk', junk),
  ];
}

function waiversOf({ findings }: Report): PackagedWaiver[] {
  return findings.flatMap(({ rule, place, waived }) =>
    waived === undefined
      ? []
      : [{ rule, subject: place.item ?? place.category ?? 'submission', reason: waived.reason }],
  );
}
