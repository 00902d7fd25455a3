/** Which row of the sheet speaks of which work. */
import type { Category } from '../model/spec.ts';
import type { SheetRow } from '../model/submission.ts';
import { groupBy } from '../util/order.ts';
import type { Group } from './groups.ts';
import { fieldsOfName } from './name-fields.ts';
import { normaliseName, readCategoryFolder } from './names.ts';

interface Named {
  readonly number: string | null;
  readonly title: string | null;
  readonly institution: string | null;
}

type KeyOf = (named: Named) => string | null;

const numberKey: KeyOf = ({ number }) => (number === null ? null : String(Number(number)));
const titleKey: KeyOf = ({ title }) => (title === null ? null : normaliseName(title));
const institutionKey: KeyOf = ({ institution }) => (institution === null ? null : normaliseName(institution));

function together(...keys: readonly KeyOf[]): KeyOf {
  return (named) => {
    const parts = keys.map((key) => key(named));
    return parts.includes(null) ? null : parts.join('\n');
  };
}

/** From the surest sign to the weakest. The institution alone speaks only for works whose own name gives no title. */
const SIGNS: readonly KeyOf[] = [
  together(titleKey, numberKey),
  together(titleKey, institutionKey),
  titleKey,
  together(numberKey, institutionKey),
  numberKey,
];
const LAST_SIGN: Sign = {
  ofRow: institutionKey,
  ofGroup: (named) => (named.title === null ? institutionKey(named) : null),
};

interface Sign {
  readonly ofRow: KeyOf;
  readonly ofGroup: KeyOf;
}

/** Pairs rows with works, each at most once; a sign that fits several rows or several works pairs none of them. */
export function matchRows(
  rows: readonly SheetRow[],
  groups: readonly Group[],
  categories: readonly Category[],
): Map<Group, SheetRow> {
  const matched = new Map<Group, SheetRow>();
  const categoryOf = new Map(rows.map((row) => [row, readCategory(row, categories)]));
  const names = new Map(groups.map((group) => [group, namesOf(group)]));
  for (const { ofRow, ofGroup } of [...SIGNS.map((key) => ({ ofRow: key, ofGroup: key })), LAST_SIGN]) {
    const taken = new Set(matched.values());
    const free = groups.filter((group) => !matched.has(group));
    const byKey = groupBy(free, (group) => ofGroup(names.get(group) as Named));
    const pairs = rows
      .filter((row) => !taken.has(row))
      .flatMap((row) => {
        const key = ofRow(row.fields);
        const alike = key === null ? [] : (byKey.get(key) ?? []);
        const category = categoryOf.get(row) ?? null;
        return alike
          .filter((group) => category === null || category === group.category.id)
          .map((group) => ({ row, group }));
      });
    const byRow = groupBy(pairs, ({ row }) => row);
    const byGroup = groupBy(pairs, ({ group }) => group);
    for (const { row, group } of pairs) {
      if (byRow.get(row)?.length === 1 && byGroup.get(group)?.length === 1) matched.set(group, row);
    }
  }
  return matched;
}

/** `null` when the row names none; a category that is not the spec's fits no work. */
function readCategory({ category }: SheetRow, categories: readonly Category[]): string | null {
  return category === null ? null : (readCategoryFolder(category, categories)?.category.id ?? '');
}

function namesOf(group: Group): Named {
  const { number, title, institution } = fieldsOfName(group);
  return { number, title, institution };
}
