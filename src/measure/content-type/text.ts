/** Kinds of text, told by what stands at its start and by the lines in it. */
import { extname } from 'node:path';
import type { ContentType } from '../../model/facts.ts';
import { decodeText } from '../../text/encoding/decode.ts';
import { countCues } from '../../text/subtitle/formats.ts';

/** Controls that no text file holds, NUL included. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
const MAX_CONTROL_SHARE = 0.01;
/** A subtitle has a cue at least this often; a guide that quotes one time line does not. */
const MAX_LINES_PER_CUE = 20;

interface TextMark {
  readonly pattern: RegExp;
  readonly type: ContentType;
}

const HTML: ContentType = { kind: 'html', format: 'html' };
const PLAYLIST = (format: string): ContentType => ({ kind: 'playlist', format });
const SUBTITLE = (format: string): ContentType => ({ kind: 'subtitle', format });

/** Tried at the first character that is not white space. */
const MARKS: readonly TextMark[] = [
  { pattern: /^#EXTM3U/i, type: PLAYLIST('m3u8') },
  { pattern: /^ffconcat version/i, type: PLAYLIST('ffconcat') },
  { pattern: /^\[playlist\]/i, type: PLAYLIST('pls') },
  { pattern: /^<asx\b/i, type: PLAYLIST('asx') },
  { pattern: /^WEBVTT(?=\s|$)/, type: SUBTITLE('vtt') },
  { pattern: /^\[Script Info\]|^\[V4\+? Styles\]/i, type: SUBTITLE('ass') },
  { pattern: /^(?:<!doctype html|<html|<head|<body|<script|<title)\b/i, type: HTML },
];

/** The first element of an XML document, by its local name. */
const XML_ROOTS: Readonly<Record<string, ContentType>> = {
  tt: SUBTITLE('ttml'),
  svg: { kind: 'image', format: 'svg' },
  html: HTML,
  MPD: PLAYLIST('mpd'),
  playlist: PLAYLIST('xspf'),
  smil: PLAYLIST('smil'),
};
const XML_PROLOG = /^(?:<\?[^>]{0,500}\?>|<!--[\s\S]{0,2000}?-->|<!DOCTYPE[^>[]{0,500}(?:\[[^\]]{0,2000}\])?\s*>|\s)+/i;
const XML_ROOT = /^<(?:[\w.-]{1,40}:)?([\w.-]{1,60})(?=[\s/>])/;

export function detectText(head: Buffer, sizeBytes: number, name: string): ContentType | null {
  const text = readAsText(head).trimStart();
  const marked = MARKS.find(({ pattern }) => pattern.test(text))?.type;
  const found = marked ?? detectMarkup(text) ?? detectCues(text);
  if (found) return found;
  if (isBinary(text)) return null;
  if (isJson(text, head.length === sizeBytes)) return { kind: 'text', format: 'json' };
  return { kind: 'document', format: extname(name).toLowerCase() === '.md' ? 'md' : 'txt' };
}

/** Text in no encoding we know is still looked through byte by byte: marks and time lines are ASCII. */
function readAsText(head: Buffer): string {
  const decoded = decodeText(head);
  return decoded.ok ? decoded.value.text : head.toString('latin1');
}

function detectMarkup(text: string): ContentType | null {
  if (!text.startsWith('<')) return null;
  const body = text.replace(XML_PROLOG, '');
  const root = XML_ROOT.exec(body)?.[1];
  const byMark = MARKS.find(({ pattern }) => pattern.test(body))?.type;
  if (byMark) return byMark;
  const known = root !== undefined && Object.hasOwn(XML_ROOTS, root) ? XML_ROOTS[root] : undefined;
  if (known) return known;
  return text.startsWith('<?xml') ? { kind: 'text', format: 'xml' } : null;
}

function detectCues(text: string): ContentType | null {
  const lines = text.match(/^.*\S.*$/gm)?.length ?? 0;
  for (const format of ['srt', 'ass', 'lrc'] as const) {
    const cues = countCues(text, format);
    if (cues > 0 && cues * MAX_LINES_PER_CUE >= lines) return SUBTITLE(format);
  }
  return null;
}

function isBinary(text: string): boolean {
  return (text.match(CONTROLS)?.length ?? 0) > text.length * MAX_CONTROL_SHARE;
}

function isJson(text: string, isWhole: boolean): boolean {
  if (!/^[[{]\s*["[{\d\]}tfn-]/.test(text)) return false;
  if (!isWhole) return /^(?:\{\s*"|\[\s*[[{"])/.test(text);
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
