/** A whole plan: what is told of it, and the steps that carry it out. */
import { baseName } from '../model/file-names.ts';
import type { FixPlan, LeftAlone, PlannedStep, Rename, SubjectChange } from '../model/fix.ts';
import type { Entry } from '../model/submission.ts';
import { exactPathOf, withName } from './exact-path.ts';
import type { MendedText } from './mend-text.ts';
import { inRenamingOrder } from './names.ts';
import { stampOf } from './stamp.ts';

export interface PlannedText {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
  readonly mended: MendedText;
}

/** `sizheng.yaml`, which names works. */
export interface PlannedSettings {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
  readonly subjects: readonly SubjectChange[];
}

export interface PlanParts {
  /** Absolute. */
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly texts: readonly PlannedText[];
  readonly settings: PlannedSettings | null;
  readonly removals: readonly Entry[];
  /** New last names by path. */
  readonly names: ReadonlyMap<string, string>;
  readonly left: readonly LeftAlone[];
}

export function makePlan({ root, entries, texts, settings, removals, names, left }: PlanParts): FixPlan {
  const moved = new Set(texts.filter((text) => movesTo(text) !== null).map(({ entry }) => entry.path));
  const renamed = inRenamingOrder([...names.keys()].filter((path) => !moved.has(path)));
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const toRename = renamed.map((path) => ({ entry: byPath.get(path) as Entry, name: names.get(path) as string }));
  return {
    texts: texts.map(({ mended }) => mended.fix).filter(({ changes, faults }) => changes.length + faults.length > 0),
    renames: toRename.map(
      ({ entry: { path, type }, name }): Rename => ({ from: path, to: name, folder: type === 'directory' }),
    ),
    removals: removals.map(({ path }) => path),
    subjects: settings?.subjects ?? [],
    left: [
      ...texts.flatMap(({ entry: { path }, mended: { left: reason } }) => (reason === null ? [] : [{ path, reason }])),
      ...left,
    ],
    steps: [
      ...texts.flatMap((text) => textSteps(text, root)),
      ...(settings === null ? [] : [writeStep(settings, root)]),
      ...removals.map((entry): PlannedStep => ({ type: 'remove', at: exactPathOf(entry, root), before: null })),
      ...toRename.map(({ entry, name }): PlannedStep => {
        const from = exactPathOf(entry, root);
        return { type: 'rename', from, to: withName(from, name) };
      }),
    ],
  };
}

/** The name that a converted text is written under; `null` where it keeps its own. */
function movesTo({ entry, mended: { fix } }: PlannedText): string | null {
  const conversion = fix.changes.find(({ what }) => what === 'format');
  if (conversion?.what !== 'format' || conversion.name === baseName(entry.path)) return null;
  return conversion.name;
}

/** What the path's last name is once a plan is carried out; `null` for what is put aside. */
export function nameAfter(path: string, { texts, renames, removals }: FixPlan): string | null {
  if (removals.includes(path)) return null;
  const changes = texts.find((text) => text.path === path)?.changes ?? [];
  const conversion = changes.find((change) => change.what === 'format');
  return conversion?.name ?? renames.find(({ from }) => from === path)?.to ?? baseName(path);
}

function textSteps(text: PlannedText, root: string): PlannedStep[] {
  const { entry, bytes, mended } = text;
  const { content } = mended;
  if (content === null) return [];
  const name = movesTo(text);
  if (name === null) return [writeStep({ entry, bytes, content }, root)];
  const at = exactPathOf(entry, root);
  return [
    { type: 'create', at: withName(at, name), content },
    { type: 'remove', at, before: stampOf(bytes) },
  ];
}

function writeStep(
  { entry, bytes, content }: Pick<PlannedSettings, 'entry' | 'bytes' | 'content'>,
  root: string,
): PlannedStep {
  return { type: 'write', at: exactPathOf(entry, root), before: stampOf(bytes), content };
}
