/** What a subtitle says that SRT has no room for: counted, so that nobody is surprised. */
import type { Loss } from '../model/fix.ts';
import type { SubtitleFormat } from '../text/subtitle/formats.ts';
import { splitLines } from '../text/subtitle/lines.ts';
import type { ScannedCue, SubtitleScan } from '../text/subtitle/scan.ts';

type Marks = readonly (readonly [Loss, RegExp])[];

/** In the text of a cue. */
const IN_CUES: Readonly<Partial<Record<SubtitleFormat, Marks>>> = {
  vtt: [
    ['speakers', /<v[\s.>]/],
    ['word-times', /<\d/],
    // Classes of emphasis go; emphasis itself is kept.
    ['styles', /<\/?(?:c|lang|ruby|rt)[\s.>]|<[ibu][\s.]/],
  ],
  ass: [
    ['drawings', /\\p[1-9]/],
    ['positions', /\\(?:pos\s?\(|an?\d)/],
    ['word-times', /\\[kK][fo]?\d/],
    ['effects', /\\(?:fade?|move|t|i?clip)\s?\(/],
    ['colours', /\\(?:[1-4]?[ca]|alpha)\s?&/],
    ['strikeout', /\\s1(?=[\\})\s])/],
    ['styles', /\\(?:f(?:n|s|e|r[xyz]?|a[xy])[^\\}]|[xy]?(?:bord|shad)\d|blur\d|be\d|org\s?\(|r(?=[^\\}]))/],
  ],
  lrc: [['word-times', /<\d/]],
};

/** In lines that belong to no cue. */
const IN_LINES: Readonly<Partial<Record<SubtitleFormat, Marks>>> = {
  vtt: [['comments', /^(?:NOTE|STYLE|REGION)(?=\s|$)/]],
  ass: [
    ['comments', /^(?:Comment:|;)/i],
    ['styles', /^Style:/i],
  ],
  lrc: [['header', /^\[(?:ti|ar|al|by|au|re|ve|tool):/i]],
};

export function lossesOf(text: string, scan: SubtitleScan): Partial<Record<Loss, number>> {
  const losses: Partial<Record<Loss, number>> = {};
  const add = (loss: Loss) => {
    losses[loss] = (losses[loss] ?? 0) + 1;
  };
  const marks = IN_CUES[scan.format] ?? [];
  for (const cue of scan.cues) {
    const written = cue.text.map(({ raw }) => (scan.format === 'ass' ? codesOf(raw) : raw));
    for (const [loss, mark] of marks) if (written.some((text) => mark.test(text))) add(loss);
    if (scan.format === 'vtt' && cue.settings !== '') add('positions');
    if (scan.format === 'vtt' && isNamed(cue)) add('names');
  }
  const own = new Set(scan.cues.flatMap((cue) => cue.text.map(({ line }) => line)));
  splitLines(text).forEach((line, at) => {
    if (own.has(at + 1)) return;
    for (const [loss, mark] of IN_LINES[scan.format] ?? []) if (mark.test(line)) add(loss);
  });
  return losses;
}

/** Outside of braces letters are letters. */
function codesOf(raw: string): string {
  return raw.match(/\{[^{}]{0,4000}\}/g)?.join('') ?? '';
}

function isNamed({ index }: ScannedCue): boolean {
  return index !== null && !/^\d+$/.test(index);
}
