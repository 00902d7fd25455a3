/** Facts as a report tells them: no text, and no list of cues. */
import type { DocumentSummary } from './document-facts.ts';
import type { Facts, FactsSummary, VideoFacts, VideoSummary } from './facts.ts';
import type { SubtitleSummary } from './subtitle-facts.ts';

export function summaryOf(facts: Facts): FactsSummary {
  switch (facts.kind) {
    case 'video':
      return videoSummary(facts);
    case 'subtitle': {
      const { cues: _, faults: __, privateData: ___, ...summary } = facts;
      return summary satisfies SubtitleSummary;
    }
    case 'document': {
      const { blocks: _, privateData: __, extras: ___, ...summary } = facts;
      return summary satisfies DocumentSummary;
    }
    default:
      return facts;
  }
}

function videoSummary({ subtitles, ...facts }: VideoFacts): VideoSummary {
  return { ...facts, subtitles: subtitles.map(({ content: _, ...track }) => track) };
}
