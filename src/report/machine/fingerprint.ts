/** What a finding is known by from one run to the next. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../model/report.ts';

/** Params that tell findings of one rule at one place apart. Measured values are none of them: they change while it is mended. */
const TELLING = ['fault', 'field', 'label', 'owner', 'rule', 'slot', 'subject'] as const;

/**
 * SHA-256, hexadecimal, one for each finding and no two the same. Made of the rule, the file and what the finding is
 * about; lines, pages and times move with every edit and are left out. Findings that still look alike are counted.
 */
export function fingerprintsOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = JSON.stringify(identityOf(finding));
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return createHash('sha256').update(`${key}${count}`).digest('hex');
  });
}

function identityOf({ rule, place, params }: Finding): unknown[] {
  const said = params as Readonly<Record<string, unknown>>;
  const about = [place.package, place.category, place.item, place.path, place.track, place.part, place.other];
  return [rule, ...about, ...TELLING.map((key) => said[key])];
}
