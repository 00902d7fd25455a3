/** What one cue looks like in each text format: shared by recognising a file and by reading it. */

export const SUBTITLE_FORMATS = ['srt', 'vtt', 'ass', 'lrc', 'ttml'] as const;
export type SubtitleFormat = (typeof SUBTITLE_FORMATS)[number];

export function isSubtitleFormat(format: string | null): format is SubtitleFormat {
  return (SUBTITLE_FORMATS as readonly (string | null)[]).includes(format);
}

/**
 * A time line of SRT or WebVTT, also a damaged one: `->`, `—>` or `→` for the arrow, full-width colons and commas, hours
 * left out, milliseconds missing. Lines are short by nature; each part is bounded, so that matching is linear.
 */
const TIME = String.raw`(?:\d{1,3}\s?[:：]\s?)?\d{1,3}\s?[:：]\s?\d{1,3}(?:\s?[,.，。:：]\s?\d{1,4})?`;
const ARROW = String.raw`(?:[-–—]{1,3}\s?[>＞》]|[→➔])`;
const TIME_LINE = new RegExp(
  String.raw`^[ \t\u3000]{0,8}${TIME}[ \t\u3000]{0,8}${ARROW}[ \t\u3000]{0,8}${TIME}(?!\d)`,
  'gm',
);

/** One match for each cue; of LRC, stamps at the start of a line, as many as share its words. */
const CUE_PATTERNS = {
  srt: TIME_LINE,
  vtt: TIME_LINE,
  ass: /^[ \t]{0,8}Dialogue[ \t]{0,8}:/gim,
  lrc: /(?<=^|\])\[\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?\]/gm,
  ttml: /<(?:[\w.-]{1,40}:)?p(?=[\s/>])/g,
} as const satisfies Record<SubtitleFormat, RegExp>;

export function countCues(text: string, format: SubtitleFormat): number {
  return text.match(CUE_PATTERNS[format])?.length ?? 0;
}
