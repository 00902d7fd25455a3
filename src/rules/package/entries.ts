/** Rules over each entry: that its bytes can be had, and that it is a file. */
import type { EntryFault, PackagedFile, PackageFacts } from '../../model/package-facts.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import type { Breach } from '../../model/rule.ts';
import { groupBy } from '../../util/order.ts';
import { judged } from '../define.ts';
import { APPNOTE, atOnly, ERROR, packageRule, severalOf, WARNING } from './define-package.ts';
import { takeInventory } from './inventory.ts';

function filesOf(facts: PackageFacts): PackagedFile[] {
  return [...takeInventory(facts).files.values()];
}

type Unsupported = Extract<EntryFault, { type: 'encrypted' | 'method' }>;
type Damage = Exclude<EntryFault, Unsupported>;

function isUnsupported(fault: EntryFault): fault is Unsupported {
  return fault.type === 'encrypted' || fault.type === 'method';
}

function isDamage(fault: EntryFault): fault is Damage {
  return !isUnsupported(fault);
}

export const packageUnsupported = packageRule({
  id: 'package/unsupported',
  ground: 'archive',
  severities: ERROR,
  source: APPNOTE,
  check(facts) {
    const unsupported = filesOf(facts).flatMap(({ path, faults }) => {
      const fault = faults.find(isUnsupported);
      return fault === undefined ? [] : [{ path, fault }];
    });
    const causes = groupBy(unsupported, ({ fault }) => (fault.type === 'method' ? fault.method : fault.type));
    return judged(
      [...causes].map(([cause, files]): Breach<'package/unsupported'> => {
        const paths = files.map(({ path }) => path);
        const why = cause === 'encrypted' ? { why: cause } : ({ why: 'method', method: cause } as const);
        return { ...atOnly(paths), params: { ...severalOf(paths), ...why } };
      }),
    );
  },
});

export const packageDamaged = packageRule({
  id: 'package/damaged',
  ground: 'archive',
  severities: ERROR,
  source: APPNOTE,
  check: (facts) =>
    judged(
      filesOf(facts).flatMap((file): Breach<'package/damaged'>[] => {
        const damage = file.faults.find(isDamage);
        if (damage === undefined || file.faults.some(isUnsupported)) return [];
        return [{ at: { path: file.path }, params: damageParams(damage, file) }];
      }),
    ),
});

function damageParams(damage: Damage, { path, sizeBytes }: PackagedFile): PackageRuleParams['package/damaged'] {
  switch (damage.type) {
    case 'crc':
      return { path, fault: 'crc' };
    case 'size':
      return { path, fault: 'size', foundBytes: damage.actualBytes, askedBytes: sizeBytes };
    case 'data':
      return { path, fault: 'data', detail: damage.detail };
  }
}

export const packageLink = packageRule({
  id: 'package/link',
  ground: 'archive',
  severities: ERROR,
  source: 'practice',
  check: (facts) =>
    judged(
      filesOf(facts).flatMap(({ path, type }) => (type === 'file' ? [] : [{ at: { path }, params: { path, type } }])),
    ),
});

export const packageNameEncoding = packageRule({
  id: 'package/name-encoding',
  ground: 'package',
  severities: WARNING,
  source: `${APPNOTE}, appendix D`,
  check(facts) {
    const unmarked = filesOf(facts).flatMap(({ path, nameEncoding: encoding }) =>
      encoding === 'utf-8' ? [] : [{ path, encoding }],
    );
    const [first] = unmarked;
    if (first === undefined) return judged([]);
    const paths = unmarked.map(({ path }) => path);
    const isOne = unmarked.every(({ encoding }) => encoding === first.encoding);
    const params = { ...severalOf(paths), encoding: isOne ? first.encoding : null };
    return judged([{ ...atOnly(paths), params }]);
  },
});
