/** Rules over data of persons in texts and names: one for each kind, all of one form. */
import type { Rule } from '../../model/rule.ts';
import type { Severity } from '../../model/spec.ts';
import type { PrivateDatum, PrivateKind } from '../../model/text-facts.ts';
import { judged, NOT_APPLICABLE } from '../define.ts';

interface PrivateRule {
  readonly kind: PrivateKind;
  readonly severity: Severity;
  /** In categories whose texts tell of people who must not be recognised. */
  readonly anonymous: Severity;
  readonly source: string;
}

const PRIVATE_RULES: readonly PrivateRule[] = [
  { kind: 'id-number', severity: 'error', anonymous: 'error', source: 'GB 11643-1999' },
  { kind: 'phone', severity: 'warning', anonymous: 'error', source: 'practice' },
  { kind: 'email', severity: 'warning', anonymous: 'error', source: 'practice' },
  { kind: 'bank-card', severity: 'warning', anonymous: 'error', source: 'ISO/IEC 7812-1' },
  { kind: 'student-number', severity: 'warning', anonymous: 'error', source: 'practice' },
  { kind: 'chat-id', severity: 'warning', anonymous: 'error', source: 'practice' },
  // No program tells a name for certain: somebody has to look.
  { kind: 'name', severity: 'info', anonymous: 'info', source: 'practice' },
];

export const privateDataRules = PRIVATE_RULES.map(
  ({ kind, severity, anonymous, source }): Rule<`privacy/${PrivateKind}`, 'text'> => ({
    id: `privacy/${kind}`,
    on: 'text',
    severities: { default: severity, anonymous },
    source,
    waivable: true,
    check({ slot, category, path, privateData }) {
      if (slot?.personalData === 'expected') return NOT_APPLICABLE;
      const found = privateData.filter((datum) => datum.kind === kind && datum.declaredFictional !== true);
      const [first] = found;
      if (first === undefined) return judged([]);
      return judged([
        {
          grade: category.anonymous ? 'anonymous' : 'default',
          at: first.at,
          actual: String(found.length),
          expected: '0',
          params: { path, spots: found.map(toSpot) },
        },
      ]);
    },
  }),
);

function toSpot({ at, masked, label, before }: PrivateDatum) {
  return { ...at, found: masked, label, before };
}
