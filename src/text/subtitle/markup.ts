/** What stands inside a cue beside its words: tags, entities, override codes; and the words as they are seen on the screen. */
import type { SubtitleFaultDetail } from '../../model/subtitle-facts.ts';
import { decodeEntities } from './entities.ts';
import type { SubtitleFormat } from './formats.ts';
import type { ScannedLine } from './scanned.ts';

export interface SeenText {
  /** Line by line as it is seen, trimmed; lines without a word are left out. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  /** A picture in letters (`{\p1}`) is seen, though it has no words. */
  readonly hasDrawing: boolean;
  readonly faults: readonly MarkupFault[];
}

export interface MarkupFault {
  readonly detail: SubtitleFaultDetail;
  readonly line: number;
  /** The tag itself. */
  readonly found: string;
}

/** Formats whose text has marks of its own; a text track has none. */
export type MarkupFormat = SubtitleFormat | 'mov_text';

export function readMarkup(text: readonly ScannedLine[], format: MarkupFormat): SeenText {
  if (format === 'srt' || format === 'vtt') return readTags(text, format);
  if (format === 'ass') return readOverrides(text);
  const strip = format === 'lrc' ? (raw: string) => raw.replace(WORD_STAMP, '') : (raw: string) => raw;
  return { lines: seen(text.map(({ line, raw }) => ({ line, text: strip(raw) }))), hasDrawing: false, faults: [] };
}

/** The time of a word, in enhanced LRC. */
const WORD_STAMP = /<\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?>/g;

function seen(lines: readonly { line: number; text: string }[]) {
  return lines.map(({ line, text }) => ({ line, text: text.trim() })).filter(({ text }) => text !== '');
}

const KNOWN = {
  srt: new Set(['i', 'b', 'u', 'font']),
  vtt: new Set(['c', 'i', 'b', 'u', 'v', 'ruby', 'rt', 'lang']),
};
/** May go without an end: a voice that speaks the whole cue, the reading of a character before the end of its `ruby`. */
const OPEN_ENDED = new Set(['v', 'rt']);

/** A tag, a time inside the text, or an override code. `<3` and `a < b` are none of them. */
const MARK =
  /<(\/?)([A-Za-z][\w-]{0,40})((?:\.[^\s<>.]{0,100}){0,20})((?:\s[^<>]{0,500})?)\/?>|<[\d:.]{5,20}>|\{\\[^{}]{0,1000}\}/g;
/** The beginning of a known tag that never ends. */
const TORN = /<(?:\/(?:i|b|u|v|c|ruby|rt|lang)\b|\/?font\b)[^<>]{0,100}(?=<|$)/gi;

/** Nobody nests tags as deep; what is opened beyond is told of at once. */
const MAX_OPEN = 50;

interface OpenTag {
  readonly name: string;
  readonly line: number;
  readonly tag: string;
}

/** A cue's tags, read in order: what is open now, and what was wrong. */
interface TagState {
  readonly format: 'srt' | 'vtt';
  readonly open: OpenTag[];
  readonly faults: MarkupFault[];
}

function readTags(text: readonly ScannedLine[], format: 'srt' | 'vtt'): SeenText {
  const state: TagState = { format, open: [], faults: [] };
  const lines = text.map(({ line, raw }) => ({ line, text: readTaggedLine(raw, line, state) }));
  for (const { name, line, tag } of state.open) {
    if (!OPEN_ENDED.has(name)) state.faults.push({ detail: 'unbalanced', line, found: tag });
  }
  return { lines: seen(lines), hasDrawing: false, faults: state.faults };
}

function readTaggedLine(raw: string, line: number, state: TagState): string {
  if (!/[<{&]/.test(raw)) return raw;
  const text = raw.replace(MARK, (tag: string, slash?: string, name?: string, classes = '', rest = '') => {
    if (name === undefined) {
      if (tag.startsWith('{')) state.faults.push({ detail: 'ass-codes', line, found: tag });
      return tag.startsWith('{') || state.format === 'vtt' ? '' : tag;
    }
    if (!mayBeTag(name.toLowerCase(), classes, rest, state.format)) return tag;
    takeTag(name.toLowerCase(), slash === '/', { name: name.toLowerCase(), line, tag }, state);
    return '';
  });
  for (const torn of text.match(TORN) ?? []) state.faults.push({ detail: 'unbalanced', line, found: torn });
  return state.format === 'vtt' ? decodeEntities(text) : text;
}

/** `<b and c>` is a comparison: only `v` and `lang` have words in them, the rest have `name=value`. */
function mayBeTag(name: string, classes: string, rest: string, format: 'srt' | 'vtt'): boolean {
  if (format === 'vtt' && (name === 'v' || name === 'lang')) return true;
  return (classes === '' || format === 'vtt') && (rest.trim().replace(/\/$/, '') === '' || rest.includes('='));
}

function takeTag(name: string, closes: boolean, tag: OpenTag, { format, open, faults }: TagState): void {
  if (!KNOWN[format].has(name)) {
    faults.push({ detail: 'unknown', line: tag.line, found: tag.tag });
  } else if (!closes && open.length < MAX_OPEN) {
    open.push(tag);
  } else if (!closes || !closeTag(name, open, tag.line, faults)) {
    faults.push({ detail: 'unbalanced', line: tag.line, found: tag.tag });
  }
}

/** Closes the last tag of that name. Those opened inside it stay open: `<b><i></b></i>` is one fault, told of `<i>`. */
function closeTag(name: string, open: OpenTag[], line: number, faults: MarkupFault[]): boolean {
  const at = open.findLastIndex((tag) => tag.name === name);
  if (at < 0) return false;
  open.splice(at, 1);
  const crossed = open.slice(at).find((tag) => !OPEN_ENDED.has(tag.name));
  if (crossed !== undefined) faults.push({ detail: 'unbalanced', line, found: crossed.tag });
  return true;
}

const OVERRIDE = /\{[^{}]{0,4000}\}/g;
const DRAWING = /\\p(\d{1,2})/g;

/** ASS: `{…}` holds codes or a remark, `\N` breaks the line; between `{\p1}` and `{\p0}` letters draw a picture. */
function readOverrides(text: readonly ScannedLine[]): SeenText {
  let hasDrawing = false;
  const faults: MarkupFault[] = [];
  const lines = text.flatMap(({ line, raw }) => {
    let words = '';
    let draws = false;
    let at = 0;
    for (const { 0: block, index } of raw.matchAll(OVERRIDE)) {
      if (!draws) words += raw.slice(at, index);
      at = index + block.length;
      for (const [, scale] of block.matchAll(DRAWING)) draws = scale !== '0';
      hasDrawing ||= draws;
    }
    if (!draws) words += raw.slice(at);
    const torn = /\{\\[^{}]{0,60}/.exec(words);
    if (torn !== null) faults.push({ detail: 'unbalanced', line, found: torn[0] });
    return words.split('\\N').map((part) => ({ line, text: part.replace(/\\[nh]/g, ' ') }));
  });
  return { lines: seen(lines), hasDrawing, faults };
}
