/** The one order of findings and verdicts, by code unit: two runs give the same bytes. */
import type { Finding, Verdict } from '../model/report.ts';
import { byCodeUnit } from '../util/order.ts';

export function compareFindings(a: Finding, b: Finding): number {
  return (
    byCodeUnit(a.place.package ?? '', b.place.package ?? '') ||
    byCodeUnit(a.place.category ?? '', b.place.category ?? '') ||
    byCodeUnit(a.place.item ?? '', b.place.item ?? '') ||
    byCodeUnit(a.place.path ?? '', b.place.path ?? '') ||
    byCodeUnit(a.rule, b.rule) ||
    (a.place.track ?? 0) - (b.place.track ?? 0) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.paragraph ?? 0) - (b.place.paragraph ?? 0) ||
    (a.place.page ?? 0) - (b.place.page ?? 0) ||
    (a.place.timeMs ?? 0) - (b.place.timeMs ?? 0) ||
    byCodeUnit(a.place.other ?? '', b.place.other ?? '') ||
    byCodeUnit(a.message, b.message)
  );
}

export function compareVerdicts(a: Verdict, b: Verdict): number {
  return byCodeUnit(a.subject, b.subject) || byCodeUnit(a.rule, b.rule);
}
