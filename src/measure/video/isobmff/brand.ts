/** The container's name by its brands (`ftyp`, ISO/IEC 14496-12 4.3; registered at mp4ra.org). */
import { fourCC } from './fields.ts';

/** A file of QuickTime's early years has no brand at all. */
const WITHOUT_BRAND = 'mov';
const DEFAULT = 'mp4';

/** @param ftyp the box's body, `null` when the file has none */
export function containerOf(ftyp: Buffer | null): string {
  if (ftyp === null) return WITHOUT_BRAND;
  if (ftyp.length < 4) return DEFAULT;
  const major = named(fourCC(ftyp, 0));
  if (major !== null) return major;
  // An unknown major brand: what the file says it is compatible with. mp4 before the others, as players would.
  const compatible = new Set(compatibleBrands(ftyp).map(named));
  return [DEFAULT, 'mov', 'm4v', '3gp'].find((name) => compatible.has(name)) ?? DEFAULT;
}

function compatibleBrands(ftyp: Buffer): string[] {
  return Array.from({ length: Math.max(0, (ftyp.length - 8) >> 2) }, (_, i) => fourCC(ftyp, 8 + i * 4));
}

function named(brand: string): string | null {
  if (brand === 'qt  ') return 'mov';
  if (/^M4V/.test(brand)) return 'm4v';
  if (/^M4[AB]/.test(brand)) return 'm4a';
  if (/^3g2/.test(brand)) return '3g2';
  if (/^3g[a-z]/.test(brand)) return '3gp';
  return /^(?:iso[m2-9a-c]|mp4[12]|mp7[12]|avc1|hvc1|hev1|av01|dash|msdh|cmf[a-z0-9]|iso5|MSNV|f4v )$/.test(brand)
    ? DEFAULT
    : null;
}
