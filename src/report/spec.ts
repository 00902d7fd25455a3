/** A spec in readable form: what is asked, by category, with the letter's own words. */
import type { ReportScreen, SpecScreen } from '../i18n/screens.ts';
import type { Category, Clause, Requirement, Slot, Spec } from '../model/spec.ts';
import { displayWidth, wrapText } from '../util/display-width.ts';

export interface SpecView {
  readonly screen: SpecScreen;
  readonly report: ReportScreen;
  readonly width: number;
  /** A limit in words: `15:00-20:00`. */
  limit(requirement: Requirement): string;
}

export function renderSpec(spec: Spec, view: SpecView): string {
  const { screen } = view;
  const head = [
    spec.title,
    `${screen.id}${spec.id}`,
    ...(spec.source === '' ? [] : [`${screen.source}${spec.source}`]),
    ...(spec.deadline === null ? [] : [screen.deadline(spec.deadline.month, spec.deadline.day)]),
    screen.recommended[spec.recommended],
  ];
  const sections = [
    head,
    ...spec.categories.map((category) => categoryLines(category, spec, view)),
    ...(spec.slots.length === 0 ? [] : [[screen.wholeSlots, ...slotLines(spec.slots, spec, view)]]),
    ...(spec.attestations.length === 0
      ? []
      : [[screen.attestations, ...spec.attestations.map(({ id, text }) => `  ${id}  ${text}`)]]),
    ...(spec.clauses.length === 0 ? [] : [[screen.clauses, ...spec.clauses.map((clause) => clauseLine(clause, view))]]),
  ];
  return `${sections.map((lines) => lines.flatMap((line) => wrapIndented(line, view.width)).join('\n')).join('\n\n')}\n`;
}

/** Wrapped lines keep the first one's indent. */
function wrapIndented(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrapText(line.trimStart(), width - displayWidth(indent)).map((part) => indent + part);
}

function categoryLines(category: Category, spec: Spec, view: SpecView): string[] {
  const { screen, report } = view;
  const quotas = category.quotas.map((quota) => {
    const required = report.required({
      ...quota,
      unit: category.unit,
      found: 0,
      valid: 0,
      waived: 0,
      candidates: 0,
      withdrawn: 0,
      missing: 0,
      excess: 0,
    });
    return `  ${screen.quota(quota.scope, quota.batch, quota.per)} ${required}${bindingOf(quota.clause, spec, view)}`;
  });
  const topics =
    category.topics.length === 0
      ? []
      : [`  ${screen.topics}${screen.list(category.topics)}${bindingOf(category.topicsClause, spec, view)}`];
  return [category.name, ...quotas, ...slotLines(category.slots, spec, view), ...topics];
}

function slotLines(slots: readonly Slot[], spec: Spec, view: SpecView): string[] {
  const { screen } = view;
  return slots.flatMap((slot) => [
    `  ${slot.min > 0 ? screen.required : screen.optional} ${screen.slot(slot.name, slot.min, slot.max, slot.formats)}${bindingOf(slot.clause, spec, view)}`,
    ...slot.requirements.map(
      (requirement) =>
        `    ${screen.fields[requirement.limit.field] ?? requirement.limit.field} ${view.limit(requirement)}${bindingOf(requirement.clause, spec, view)}`,
    ),
  ]);
}

function bindingOf(clause: string | null, { clauses }: Spec, { screen }: SpecView): string {
  const found = clauses.find(({ id }) => id === clause);
  return found === undefined ? '' : ` [${screen.binding[found.binding]}]`;
}

function clauseLine({ id, text, binding }: Clause, { screen }: SpecView): string {
  return `  ${id} [${screen.binding[binding]}] ${text}`;
}
