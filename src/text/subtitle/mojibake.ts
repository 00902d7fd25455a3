/** Lines whose characters are not the ones that were written. */
import type { SubtitleFaultDetail } from '../../model/subtitle-facts.ts';
import { isUtf8ReadAsGbk } from '../encoding/misread.ts';
import type { FaultLog } from './fault-log.ts';

/** The more telling ones first: they say how it came about. */
const SIGNS: readonly { readonly detail: SubtitleFaultDetail; shows(line: string): boolean }[] = [
  // U+FFFD written as UTF-8 and read as GBK; fresh memory of a C program read as GBK.
  { detail: 'kun-jin-kao', shows: (line) => /锟斤拷|烫烫烫|屯屯屯/.test(line) },
  { detail: 'utf8-as-gbk', shows: isUtf8ReadAsGbk },
  { detail: 'replacement', shows: (line) => line.includes('\uFFFD') },
  { detail: 'nul', shows: (line) => line.includes('\0') },
  { detail: 'bom-inside', shows: (line) => line.includes('\uFEFF') },
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is looked for, and no other control.
const BEYOND_ASCII = /[^\u0001-\u007F]/;

/** One fault a line. Only a byte order mark can be taken out without a loss. */
export function reportMojibake(raw: readonly string[], faults: FaultLog): void {
  raw.forEach((line, at) => {
    if (!BEYOND_ASCII.test(line)) return;
    const detail = detailOf(line);
    if (detail !== null) faults.add('mojibake', detail, at + 1, line, detail === 'bom-inside');
  });
}

function detailOf(line: string): SubtitleFaultDetail | null {
  for (const { detail, shows } of SIGNS) if (shows(line)) return detail;
  return null;
}
