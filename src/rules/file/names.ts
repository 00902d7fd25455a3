/** Rules over names: what another system could not keep, or would show as something else. */
import { baseName, RESERVED_NAME } from '../../model/file-names.ts';
import type { Breach } from '../../model/rule.ts';
import type { NameFault } from '../../model/rule-params.ts';
import type { Entry } from '../../model/submission.ts';
import { defineRule, judged } from '../define.ts';

// Microsoft, "Naming Files, Paths, and Namespaces": characters that Windows keeps for itself.
const FORBIDDEN = /[<>:"|?*\\]|\p{Cc}/gu;
// UAX #9: explicit formatting characters, which can make a name read otherwise than it is.
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Longest name that still fits once a folder and a package path stand before it (most systems hold 255). */
const MAX_NAME_BYTES = 180;

export const fileName = defineRule({
  id: 'file/name',
  on: 'entry',
  severities: { default: 'warning', forbidden: 'error' },
  source: 'Windows file naming; Unicode UAX #9, UAX #15',
  waivable: true,
  check({ entry }, { clashes }) {
    const faults = findNameFaults(entry, clashes.get(entry.path) ?? null);
    const name = baseName(entry.path);
    return judged(
      faults.map((fault): Breach<'file/name'> => {
        const grade = ERRORS.has(fault.fault) ? 'forbidden' : 'default';
        const at = fault.fault === 'clash' ? { at: { other: fault.other } } : {};
        return { grade, ...at, params: { name, ...fault } };
      }),
    );
  },
});

const ERRORS = new Set<NameFault['fault']>(['forbidden', 'reserved', 'trailing', 'clash']);

/** Bytes that are not UTF-8 are one fault: what else would be said of such a name is about its escapes. */
export function findNameFaults(
  { path, undecodable }: Pick<Entry, 'path' | 'undecodable'>,
  clash: string | null,
): NameFault[] {
  const name = baseName(path);
  if (undecodable) return [{ fault: 'not-utf8' }];
  const forbidden = [...new Set(name.match(FORBIDDEN) ?? [])];
  const reserved = RESERVED_NAME.exec(name);
  const bytes = Buffer.byteLength(name);
  const faults: (NameFault | false)[] = [
    forbidden.length > 0 && { fault: 'forbidden', characters: forbidden },
    reserved !== null && { fault: 'reserved', word: reserved[0] },
    /[. ]$/.test(name) && { fault: 'trailing' },
    BIDI.test(name) && { fault: 'bidi' },
    bytes > MAX_NAME_BYTES && { fault: 'long', bytes, limit: MAX_NAME_BYTES },
    name !== name.normalize('NFC') && { fault: 'not-nfc' },
    clash !== null && { fault: 'clash', other: clash },
  ];
  return faults.filter((fault) => fault !== false);
}
