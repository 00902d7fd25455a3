/** What one part of a spec says of another: ids are unique, and every clause that is named exists. */
import type { z } from 'zod';
import { expecting } from './expecting.ts';

interface Referring {
  readonly clause: string | null;
}
interface SlotLike extends Referring {
  readonly id: string;
  readonly requirements: readonly Referring[];
}
export interface SpecLike {
  readonly deadline: Referring | null;
  readonly clauses: readonly { readonly id: string }[];
  readonly categories: readonly {
    readonly id: string;
    readonly quotas: readonly Referring[];
    readonly slots: readonly SlotLike[];
    readonly topicsClause: string | null;
  }[];
  readonly slots: readonly SlotLike[];
  readonly attestations: readonly (Referring & { readonly id: string })[];
}

type Path = (string | number)[];

export function checkReferences(spec: SpecLike, context: z.RefinementCtx): void {
  const known = new Set(spec.clauses.map(({ id }) => id));
  for (const [path, clause] of clausesNamed(spec)) {
    if (clause !== null && !known.has(clause)) {
      context.addIssue({ ...expecting([...known].join(' | ') || 'null'), path });
    }
  }
  for (const [path, ids] of idLists(spec)) {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (seen.has(id)) context.addIssue({ ...expecting(`!= ${id}`), path: [...path, index, 'id'] });
      seen.add(id);
    });
  }
}

function* clausesNamed(spec: SpecLike): Generator<[Path, string | null]> {
  if (spec.deadline) yield [['deadline', 'clause'], spec.deadline.clause];
  for (const [c, category] of spec.categories.entries()) {
    yield [['categories', c, 'topicsClause'], category.topicsClause];
    for (const [q, quota] of category.quotas.entries()) yield [['categories', c, 'quota', q, 'clause'], quota.clause];
    yield* slotClauses(['categories', c, 'slots'], category.slots);
  }
  yield* slotClauses(['slots'], spec.slots);
  for (const [a, { clause }] of spec.attestations.entries()) yield [['attestations', a, 'clause'], clause];
}

function* slotClauses(path: Path, slots: readonly SlotLike[]): Generator<[Path, string | null]> {
  for (const [s, slot] of slots.entries()) {
    yield [[...path, s, 'clause'], slot.clause];
    for (const [r, { clause }] of slot.requirements.entries())
      yield [[...path, s, 'requirements', r, 'clause'], clause];
  }
}

function* idLists(spec: SpecLike): Generator<[Path, string[]]> {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  yield [['clauses'], ids(spec.clauses)];
  yield [['categories'], ids(spec.categories)];
  yield [['slots'], ids(spec.slots)];
  yield [['attestations'], ids(spec.attestations)];
  for (const [c, category] of spec.categories.entries()) yield [['categories', c, 'slots'], ids(category.slots)];
}
