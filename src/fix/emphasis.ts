/** Italics, bold and underlining of WebVTT and ASS as SRT writes them: `<i>`, `<b>`, `<u>`, each opened and closed on its own line. */
import type { SubtitleFormat } from '../text/subtitle/formats.ts';
import { readMarkup } from '../text/subtitle/markup.ts';
import type { ScannedCue, SubtitleScan } from '../text/subtitle/scan.ts';

const STYLES = ['i', 'b', 'u'] as const;
/** A cue of WebVTT says it with tags, one of ASS with codes. Classes of a tag go. */
const SPANS: Readonly<Partial<Record<SubtitleFormat, RegExp>>> = {
  vtt: /<\/?[ibu](?:\.[^\s<>.]{0,100}){0,20}>/gi,
  ass: /\{[^{}]{0,4000}\}/g,
};
const CODE = /\\(?:([ibu])(\d{0,4})|r[^\\}]{0,200})(?=[\\})\s])/g;
/** From this weight on letters are bold; 1 says the same. */
const BOLD_WEIGHT = 600;

/** Stands in the text for what is on from here. Unicode keeps these for a program's own use. */
const FIRST_MARK = 0xfdd0;
const MARK = /([\uFDD0-\uFDD7])/;

/**
 * The lines of a cue with their emphasis; `null` where there is none.
 * @param plain the same lines without
 */
export function emphasised({ text }: ScannedCue, { format }: SubtitleScan, plain: readonly string[]): string[] | null {
  const spans = SPANS[format];
  if (spans === undefined) return null;
  const on = new Set<string>();
  const marked = text.map(({ line, raw }) => ({
    line,
    raw: raw.replace(spans, (span) => {
      follow(span, on);
      return span + markOf(on);
    }),
  }));
  let state = 0;
  const lines = readMarkup(marked, format).lines.map((line) => {
    const runs = runsOf(line.text, state);
    state = runs.at(-1)?.state ?? state;
    return runs;
  });
  const shown = lines.map((runs) => runs.map(tagged).join('').trim()).filter(Boolean);
  const words = lines
    .map((runs) =>
      runs
        .map((run) => run.text)
        .join('')
        .trim(),
    )
    .filter(Boolean);
  // A text may have such characters of its own; and nothing is worth a word.
  if (words.join('\n') !== plain.join('\n')) return null;
  return shown.some((line, at) => line !== plain[at]) ? shown : null;
}

function follow(span: string, on: Set<string>): void {
  if (span.startsWith('<')) {
    const name = /[ibu]/i.exec(span)?.[0].toLowerCase() ?? '';
    if (span.startsWith('</')) on.delete(name);
    else on.add(name);
    return;
  }
  for (const [, name, value = ''] of span.matchAll(CODE)) {
    if (name === undefined) on.clear();
    else if (value === '1' || (name === 'b' && Number(value) >= BOLD_WEIGHT)) on.add(name);
    else on.delete(name);
  }
}

function markOf(on: ReadonlySet<string>): string {
  const bits = STYLES.map((style, at) => (on.has(style) ? 2 ** at : 0));
  return String.fromCharCode(FIRST_MARK + bits.reduce((sum, bit) => sum + bit, 0));
}

interface Run {
  /** A bit for each style. */
  readonly state: number;
  readonly text: string;
}

/** Neighbours that look alike are one. @param before the state at the end of the line above */
function runsOf(line: string, before: number): Run[] {
  const [first = '', ...rest] = line.split(MARK);
  const runs: Run[] = [{ state: before, text: first }];
  for (let at = 0; at < rest.length; at += 2) {
    const state = (rest[at] as string).charCodeAt(0) - FIRST_MARK;
    const text = rest[at + 1] as string;
    const last = runs.at(-1) as Run;
    if (last.state === state) runs.splice(-1, 1, { state, text: last.text + text });
    else runs.push({ state, text });
  }
  return runs;
}

/** Blanks at the ends stay outside. */
function tagged({ text, state }: Run): string {
  const words = text.trim();
  const styles = STYLES.filter((_, at) => (state & (2 ** at)) !== 0);
  if (words === '' || styles.length === 0) return text;
  const start = text.indexOf(words);
  const open = styles.map((style) => `<${style}>`).join('');
  const close = styles.map((style) => `</${style}>`);
  return text.slice(0, start) + open + words + close.reverse().join('') + text.slice(start + words.length);
}
