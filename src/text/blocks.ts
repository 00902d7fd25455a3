/** Any text as blocks: what is compared with other texts. */
import type { DocumentFacts } from '../model/document-facts.ts';
import type { SubtitleFacts } from '../model/subtitle-facts.ts';
import type { TextBlock } from '../model/text-facts.ts';
import { subtitleText } from './subtitle/cue-columns.ts';

/** Of a subtitle made anew at each call: a block for each cue. */
export function textBlocks(facts: SubtitleFacts | DocumentFacts): readonly TextBlock[] {
  if (facts.kind === 'document') return facts.blocks;
  return subtitleText(facts).cues.map(({ line, startMs, lines }) => ({
    text: lines.map(({ text }) => text).join('\n'),
    // The cues of a track have no lines.
    at: facts.format === 'mov_text' ? { timeMs: startMs } : { line: lines[0]?.line ?? line, timeMs: startMs },
  }));
}
