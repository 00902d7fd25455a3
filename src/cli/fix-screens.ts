/** What `fix` would change, what it leaves, and what became of it, on this screen. */
import { basename } from 'node:path';
import type { AppliedFix, PreparedFix, UndoneFix } from '../app/fix.ts';
import type { FixCounts, FixScreen } from '../i18n/screens-fix.ts';
import { baseName, splitName } from '../model/file-names.ts';
import type { FixPlan, LineEdit, Loss, TextChange, TextFix } from '../model/fix.ts';
import { fixCommand, validateCommand } from '../report/commands.ts';
import { maskWord } from '../text/privacy/mask.ts';
import type { CliContext } from './context.ts';
import { type Line, line, toText, whole } from './fix-lines.ts';

export interface FixView {
  /** Every change, however many there are. */
  readonly verbose: boolean;
  /** As it was given; `null` for the folder one stands in. */
  readonly target: string | null;
  /** Of the command line, to be kept in a command that is offered. */
  readonly options: readonly string[];
}

export function planScreen(
  prepared: PreparedFix,
  view: FixView,
  { messages: { fix }, width }: CliContext<'fix'>,
): string {
  const { plan, brokenOff } = prepared;
  const command = (...more: string[]) => fixCommand(view.target, ...view.options, ...more);
  const hints = [
    ...(isCut(plan, view) ? [whole(fix.seeAll(command('--verbose')))] : []),
    ...(plan.steps.length > 0 ? [whole(fix.dryRun(command('--write')))] : []),
    ...(brokenOff === null ? [] : [line(fix.brokenOff(brokenOff, fixCommand(view.target, '--undo')))]),
  ];
  if (prepared.isEmpty && plan.steps.length + plan.left.length === 0)
    return toText([[line(fix.nothingFound(view.target))], hints], width);
  return toText([...planBlocks(plan, { ...view, fix }), hints], width);
}

export function appliedScreen(
  { plan, file }: PreparedFix,
  { backup }: AppliedFix,
  view: FixView,
  { messages: { fix }, width }: CliContext<'fix'>,
): string {
  const target = file === null || view.target === null ? view.target : renamed(view.target, file.nameAfter);
  const done = [
    line(fix.done(countsOf(plan))),
    whole(fix.backup(backup)),
    whole(fix.undo(fixCommand(target, '--undo'))),
    ...(file?.nameAfter === null ? [] : [whole(fix.next(validateCommand(target)))]),
  ];
  return toText([...planBlocks(plan, { ...view, fix }), done], width);
}

/** A file as it was given, under its name of now; what is put aside is still found by the old one. */
function renamed(target: string, name: string | null): string {
  return name === null ? target : target.slice(0, target.length - basename(target).length) + name;
}

export function undoneScreen(outcome: UndoneFix, { messages: { fix }, width }: CliContext<'fix'>): string {
  if (outcome.type === 'nothing') return toText([[line(fix.nothingToUndo)]], width);
  if (outcome.type === 'undone') return toText([[line(fix.undone(outcome.backup))]], width);
  const obstacles = outcome.obstacles.map(({ path, why }) => line(fix.of(maskWord(path), fix.obstacles[why]), 2));
  return toText([[line(fix.refused), ...obstacles, line(fix.originals(`${outcome.backup}/files`))]], width);
}

function countsOf({ texts, renames, removals }: FixPlan): FixCounts {
  return { texts: texts.filter(isChanged).length, names: renames.length, removals: removals.length };
}

function isChanged({ changes }: TextFix): boolean {
  return changes.length > 0;
}

/** The words, and how much is told. */
interface Telling extends Pick<FixView, 'verbose'> {
  readonly fix: FixScreen;
}

function planBlocks(plan: FixPlan, telling: Telling): Line[][] {
  const { fix } = telling;
  const { texts, renames, removals, subjects, steps } = plan;
  const left = leftBlock(plan, telling);
  if (steps.length === 0) return [[line(fix.nothing)], left];
  const { some, more } = firstOf(texts.filter(isChanged), ENTRIES, telling);
  return [
    [line(fix.planned(countsOf(plan)))],
    ...some.map((text) => textBlock(text, telling)),
    more.map((words) => line(words)),
    headed(
      fix.renames,
      listed(renames, telling, (names) => sides(names.from, names.to, 2)),
    ),
    headed(
      fix.removals,
      listed(removals, telling, (path) => sides(path, null, 2)),
    ),
    headed(
      fix.subjects,
      listed(subjects, telling, (names) => sides(names.from, names.to, 2)),
    ),
    left,
  ];
}

/** Of a list, unless all is asked for. */
const ENTRIES = 10;
const EDITS = 3;

/** What is shown of a list, and how much is not. */
function firstOf<T>(
  values: readonly T[],
  limit: number,
  { verbose, fix }: Telling,
): { some: readonly T[]; more: string[] } {
  const some = verbose ? values : values.slice(0, limit);
  const rest = values.length - some.length;
  return { some, more: rest > 0 ? [fix.more(rest)] : [] };
}

function listed<T>(values: readonly T[], telling: Telling, show: (value: T) => readonly Line[]): Line[] {
  const { some, more } = firstOf(values, ENTRIES, telling);
  return [...some.flatMap(show), ...more.map((words) => line(words, 2))];
}

/** The same within a text, of which there may be many. */
function listedInText<T>(values: readonly T[], telling: Telling, show: (value: T) => readonly Line[]): Line[] {
  const { some, more } = firstOf(values, EDITS, telling);
  return [...some.flatMap(show), ...more.map((words) => line(words, 4))];
}

function headed(head: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : [line(head), ...lines];
}

/** As a diff has it: what goes, and what comes. Names may tell more than they should. */
function sides(before: string | null, after: string | null, indent: number): Line[] {
  return [
    ...(before === null ? [] : [whole(`- ${maskWord(before)}`, indent)]),
    ...(after === null ? [] : [whole(`+ ${maskWord(after)}`, indent)]),
  ];
}

function textBlock({ path, changes }: TextFix, telling: Telling): Line[] {
  return [whole(telling.fix.text(maskWord(path))), ...changes.flatMap((change) => changeLines(change, path, telling))];
}

function changeLines(change: TextChange, path: string, telling: Telling): Line[] {
  const { fix } = telling;
  switch (change.what) {
    case 'encoding': {
      const { from, sample } = change;
      return [
        line(fix.encoding(from), 2),
        ...(sample === null ? [] : [whole(fix.sample(sample.line, sample.text), 4)]),
      ];
    }
    case 'bom':
      return [line(fix.bom, 2)];
    case 'line-ends':
      return [line(fix.lineEnds(change.to, change.lines), 2)];
    case 'order': {
      const { some } = firstOf(change.lines, EDITS, telling);
      return [line(fix.order(some, change.lines.length - some.length), 2)];
    }
    case 'format': {
      const losses = Object.entries(change.losses) as [Loss, number][];
      const { extension } = splitName(baseName(path));
      return [
        line(fix.conversion({ ...change, name: maskWord(change.name) }, extension), 2),
        ...(losses.length > 0 ? [line(fix.losses(losses), 4)] : []),
      ];
    }
    default: {
      const { what, edits } = change;
      return [line(fix.edits[what](edits.length), 2), ...listedInText(edits, telling, (edit) => editLines(edit, fix))];
    }
  }
}

function editLines({ line: at, before, after }: LineEdit, fix: FixScreen): Line[] {
  const show = (text: string | null) => (text?.trim() === '' ? fix.blankLine : text);
  return [line(fix.line(at), 4), ...sides(show(before), show(after), 6)];
}

function leftBlock({ texts, left }: FixPlan, telling: Telling): Line[] {
  const { fix } = telling;
  const faulty = texts.filter(({ faults }) => faults.length > 0);
  const count = left.length + faulty.reduce((sum, { faults }) => sum + faults.length, 0);
  const reasons = left.map(({ path, reason }) => [line(fix.of(maskWord(path), fix.left[reason]), 2)]);
  const faults = faulty.map(({ path, faults: own }) => [
    whole(maskWord(path), 2),
    ...listedInText(own, telling, ({ line: at, detail, found }) => [line(fix.fault(at, detail, found), 4)]),
  ]);
  return headed(
    fix.leftHead(count),
    listed([...reasons, ...faults], telling, (lines) => lines),
  );
}

function isCut({ texts, renames, removals, left }: FixPlan, { verbose }: FixView): boolean {
  const isLong = ({ changes, faults }: TextFix) =>
    faults.length > EDITS ||
    changes.some((change) => {
      if (change.what === 'order') return change.lines.length > EDITS;
      return 'edits' in change && change.edits.length > EDITS;
    });
  return !verbose && (texts.some(isLong) || [texts, renames, removals, left].some(({ length }) => length > ENTRIES));
}
