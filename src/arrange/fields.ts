/** One set of fields a work, from everything that is said about it: item.yaml over the sheet, the sheet over the name. */
import type { FieldConflict, FieldSource, ItemFields } from '../model/submission.ts';
import { normaliseName } from './names.ts';

export interface Said {
  readonly source: FieldSource;
  /** The file that says it. */
  readonly path: string;
  readonly fields: ItemFields;
}

export interface MergedFields {
  readonly values: ItemFields;
  readonly sources: Partial<Record<keyof ItemFields, { source: FieldSource; path: string }>>;
  readonly conflicts: readonly FieldConflict[];
}

export const NO_FIELDS: ItemFields = {
  number: null,
  title: null,
  institution: null,
  people: [],
  topic: null,
  intro: null,
  subtitles: null,
  status: null,
  reason: null,
  group: null,
};

/** Fields where two sources that differ are a mistake worth naming. */
const COMPARED = ['number', 'title', 'institution'] as const satisfies (keyof ItemFields)[];

/** Merges what is said, the strongest source first. */
export function mergeFields(said: readonly Said[]): MergedFields {
  const values: Record<string, unknown> = { ...NO_FIELDS };
  const sources: MergedFields['sources'] = {};
  for (const field of Object.keys(NO_FIELDS) as (keyof ItemFields)[]) {
    const first = said.find(({ fields }) => isSaid(fields[field]));
    if (first === undefined) continue;
    values[field] = first.fields[field];
    sources[field] = { source: first.source, path: first.path };
  }
  return {
    values: values as unknown as ItemFields,
    sources,
    conflicts: COMPARED.flatMap((field) => findConflicts(field, said)),
  };
}

function isSaid(value: ItemFields[keyof ItemFields]): boolean {
  return value !== null && value.length > 0;
}

function findConflicts(field: (typeof COMPARED)[number], said: readonly Said[]): FieldConflict[] {
  const spoken = said.flatMap(({ source, fields }) =>
    fields[field] === null ? [] : [{ source, value: fields[field] }],
  );
  const [used, ...others] = spoken;
  if (used === undefined) return [];
  return others.filter(({ value }) => !sameValue(field, used.value, value)).map((other) => ({ field, used, other }));
}

function sameValue(field: string, left: string, right: string): boolean {
  if (field === 'number') return Number(left) === Number(right) || left === right;
  return normaliseName(left) === normaliseName(right);
}
