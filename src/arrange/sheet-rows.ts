/** Which row of the sheet speaks of which work. */
import type { Category } from '../model/spec.ts';
import type { SheetRow } from '../model/submission.ts';
import { groupBy } from '../util/order.ts';
import type { Group } from './groups.ts';
import { findCategory, normaliseName, parseItemName } from './names.ts';

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

/** From the surest sign to the weakest. */
const SIGNS: readonly KeyOf[] = [
  together(titleKey, numberKey),
  together(titleKey, institutionKey),
  titleKey,
  numberKey,
];

/** Pairs rows with works, each at most once; a sign that fits several rows or several works pairs none of them. */
export function matchRows(
  rows: readonly SheetRow[],
  groups: readonly Group[],
  categories: readonly Category[],
): Map<Group, SheetRow> {
  const matched = new Map<Group, SheetRow>();
  const taken = new Set<SheetRow>();
  const categoryOfRow = new Map(
    rows.map((row) => [row, row.category === null ? null : (findCategory(row.category, categories)?.id ?? '')]),
  );
  const names = new Map(groups.map((group) => [group, namesOf(group)]));
  for (const sign of SIGNS) {
    const freeRows = groupBy(
      rows.filter((row) => !taken.has(row)),
      ({ fields }) => sign(fields),
    );
    const freeGroups = groups.filter((group) => !matched.has(group));
    const rivals = groupBy(freeGroups, (group) => `${group.category.id}\n${sign(names.get(group) as Named)}`);
    for (const group of freeGroups) {
      const key = sign(names.get(group) as Named);
      const found = (key === null ? [] : (freeRows.get(key) ?? [])).filter((row) => {
        const category = categoryOfRow.get(row) ?? null;
        return !taken.has(row) && (category === null || category === group.category.id);
      });
      const [row] = found;
      if (row === undefined || found.length > 1 || (rivals.get(`${group.category.id}\n${key}`)?.length ?? 0) > 1)
        continue;
      matched.set(group, row);
      taken.add(row);
    }
  }
  return matched;
}

function namesOf(group: Group): Named {
  const parsed = parseItemName(group.name, group.category.naming);
  return { number: parsed.number, title: parsed.title, institution: parsed.institution ?? group.institution };
}
