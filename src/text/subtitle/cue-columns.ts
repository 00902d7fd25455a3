/** Cues as they are kept, and as they are read. */
import type { CueColumns, SubtitleCue, SubtitleFacts, SubtitleText } from '../../model/subtitle-facts.ts';

export function toColumns(cues: readonly SubtitleCue[]): CueColumns {
  const lines = cues.flatMap((cue) => cue.lines);
  return {
    line: cues.map(({ line }) => line),
    startMs: cues.map(({ startMs }) => startMs),
    endMs: cues.map(({ endMs }) => endMs),
    lineCount: cues.map((cue) => cue.lines.length),
    textLine: lines.map(({ line }) => line),
    columns: lines.map(({ columns }) => columns),
    characters: lines.map(({ characters }) => characters),
    han: lines.map(({ script }) => (script === 'han' ? 1 : 0)),
    // A line feed within one was written as a character reference.
    text: lines.map(({ text }) => text.replaceAll('\n', ' ')).join('\n'),
  };
}

/** Made anew at each call: for one look at one subtitle, and not to be held on to. */
export function subtitleText({ cues, ...facts }: SubtitleFacts): SubtitleText {
  return { ...facts, cues: toCues(cues) };
}

function toCues({ line, startMs, endMs, lineCount, textLine, columns, characters, han, text }: CueColumns) {
  const texts = text.split('\n');
  let next = 0;
  return line.map((own, at): SubtitleCue => {
    const lines = Array.from({ length: lineCount[at] as number }, () => {
      const one = next;
      next += 1;
      return {
        line: textLine[one] as number,
        text: texts[one] as string,
        columns: columns[one] as number,
        characters: characters[one] as number,
        script: han[one] === 1 ? ('han' as const) : ('other' as const),
      };
    });
    return { line: own, startMs: startMs[at] as number, endMs: endMs[at] as number | null, lines };
  });
}
