/** How large a package will be, before its last lists can be made. */
import type { PackageContent } from './content.ts';

/** Headers, lines of lists, and cells of tables for one file. */
const BYTES_A_FILE = 2_000;
/** What tables and lists take by themselves. */
const BYTES_IN_ALL = 64_000;

/** Bytes; a little more than it comes to. */
export function estimateBytes({ plan, before }: PackageContent): number {
  const made = before.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return plan.payloadBytes + made + plan.files.length * BYTES_A_FILE + BYTES_IN_ALL;
}
