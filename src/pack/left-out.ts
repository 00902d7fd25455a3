/** What stays out of a package, and why. */
import type { LeftOut, LeftOutReason } from '../model/pack-plan.ts';
import type { Submission } from '../model/submission.ts';
import { byCodeUnit } from '../util/order.ts';

/** @param unreadable paths of links, folders and what could not be looked at */
export function leftOutOf({ items, strays, junk }: Submission, unreadable: readonly string[]): LeftOut[] {
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
