/** Where in a document of many works the text of each stands: below its heading, until the next. */
import type { Item } from '../model/submission.ts';
import type { TextBlock } from '../model/text-facts.ts';
import { textLines } from '../text/document/text-lines.ts';
import { groupBy } from '../util/order.ts';
import { countBylines, type Heading, type NamedWork, readHeading, workNamed } from './section-headings.ts';

/** Lines of the document (`textLines`), the last one included; none where `last` stands before `first`. */
export interface Section {
  readonly first: number;
  readonly last: number;
}

interface Start {
  readonly heading: Heading;
  /** Among the headings. */
  readonly order: number;
  readonly work: NamedWork;
}

/** The section of each work that has just one: a work with two is left out, as is a heading that names none, or several. */
export function findSections(blocks: readonly TextBlock[], works: readonly NamedWork[]): Map<Item, Section> {
  const body = textLines(blocks).filter(({ at }) => at.part === undefined);
  const headings = body.flatMap((block, index) => readHeading(block, index) ?? []);
  const named = headings.flatMap((heading, order): Start[] => {
    const work = workNamed(heading, works);
    return work === null ? [] : [{ heading, order, work }];
  });
  // A title that is said once more inside its own section begins no other.
  const starts = named.filter(({ work }, index) => named[index - 1]?.work !== work);
  const found = starts.map((start, index) => {
    const next = starts[index + 1];
    const between = headings.slice(start.order + 1, next?.order);
    return { start, section: sectionOf(start, endOf(start, next, between) ?? body.length, between, body) };
  });
  const sections = [...groupBy(found, ({ start }) => start.work.item)];
  return new Map(sections.flatMap(([item, own]) => pickOne(own).map(({ section }) => [item, section] as const)));
}

/** A heading with nothing below it, of a work that has another, stands in a table of contents. */
function pickOne<One extends { readonly start: Start; readonly section: Section }>(own: readonly One[]): One[] {
  const filled = own.filter(({ section }) => !isEmpty(section));
  const styled = filled.filter(({ start }) => start.heading.level !== null);
  const rivals = own.length === 1 ? own : styled.length > 0 ? styled : filled;
  return rivals.length === 1 ? [...rivals] : [];
}

export function isEmpty({ first, last }: Section): boolean {
  return last < first;
}

/** The line at which a section ends; `undefined` for the end of the document. */
function endOf(start: Start, next: Start | undefined, between: readonly Heading[]): number | undefined {
  const { level } = start.heading;
  const ends = [
    between.find((one) => one.level !== null && one.level <= (level ?? Number.POSITIVE_INFINITY)),
    level === null ? strangerIn(between, start.heading, next?.heading) : undefined,
    next?.heading,
  ];
  const indexes = ends.flatMap((one) => one?.index ?? []);
  return indexes.length === 0 ? undefined : Math.min(...indexes);
}

/**
 * A work that is not in the folder: `03 睡眠` between `02 …` and `04 …`. A list inside the text begins with another
 * number.
 */
function strangerIn(between: readonly Heading[], start: Heading, next: Heading | undefined): Heading | undefined {
  if (start.form === null || start.number === null) return undefined;
  const alike = between.find(({ form }) => form === start.form);
  const end = (next?.form === start.form ? next.number : null) ?? Number.POSITIVE_INFINITY;
  const number = alike?.number ?? start.number;
  return number > start.number && number < end ? alike : undefined;
}

/** Without lines that only say whose the work is, and without the number of a table's next row. */
function sectionOf(
  { heading, work }: Start,
  end: number,
  between: readonly Heading[],
  body: readonly TextBlock[],
): Section {
  const below = between.filter((line, order) => line.index === heading.index + 1 + order && line.index < end);
  const first = heading.index + 1 + countBylines(below, work);
  let last = end - 1;
  while (last >= first && /^\s*\d{1,3}\s*$/.test(body[last]?.text ?? '')) last -= 1;
  return { first, last };
}
