/** The form of the facts in a report, kind by kind. Unknown values are `null`, never left out. */
import * as z from 'zod';
import type { FactsSummary, Failure } from '../model/facts.ts';
import { FAILURE_REASONS } from '../model/facts.ts';
import { SUBTITLE_LANGUAGES } from '../model/subtitle-facts.ts';

export const count = z.int().min(0);
const word = z.string().min(1).nullable();
const milliseconds = count.nullable().describe('milliseconds');
const bitsPerSecond = count.nullable().describe('bits a second');
const pixels = z.int().positive().nullable().describe('pixels');
const rateMode = z.enum(['constant', 'variable']).nullable();
const reader = z.enum(['ffprobe', 'isobmff']);

const picture = z.object({
  codec: word.describe("as ffprobe spells it: 'h264', 'hevc', 'av1'"),
  profile: word.describe("'High', 'Main', 'Constrained Baseline'"),
  level: z.int().nullable().describe("ten times the level's number: 40 is level 4.0"),
  width: pixels.describe('pixels as coded, cropping applied'),
  height: pixels.describe('pixels as coded, cropping applied'),
  displayWidth: pixels.describe('pixels as shown: pixel shape and rotation applied'),
  displayHeight: pixels.describe('pixels as shown: pixel shape and rotation applied'),
  rotation: z.number().min(0).lt(360).nullable().describe('degrees clockwise'),
  sampleAspectRatio: z
    .string()
    .regex(/^\d+:\d+$/)
    .nullable(),
  frameRate: z.number().positive().nullable().describe('frames a second'),
  frameRateMode: rateMode,
  scan: z.enum(['progressive', 'interlaced']).nullable(),
  pixelFormat: word.describe("as ffprobe spells it: 'yuv420p'"),
  bitDepth: z.int().positive().nullable(),
  bitRate: bitsPerSecond,
  durationMs: milliseconds,
});

const sound = z.object({
  codec: word,
  channels: count.nullable(),
  sampleRate: count.nullable().describe('Hz'),
  bitRate: bitsPerSecond,
  bitRateMode: rateMode,
  durationMs: milliseconds,
});

const track = z.object({
  index: count.describe('of the stream in the file'),
  codec: word.describe("as ffprobe spells it: 'mov_text'"),
  language: word.describe('ISO 639 code'),
});

const reading = z.object({
  reader,
  version: z.string().min(1),
  codec: word,
  width: pixels,
  height: pixels,
  durationMs: milliseconds,
});

const video = z.object({
  kind: z.literal('video'),
  container: word.describe("by brand: 'mp4', 'mov', 'm4v'; by signature: 'matroska', 'avi', 'mpegts'"),
  sizeBytes: count,
  durationMs: milliseconds.describe('milliseconds, as played: edit lists applied'),
  faststart: z.boolean().nullable().describe('the index stands before the media data'),
  truncated: z.boolean().nullable(),
  missingBytes: count.nullable().describe('bytes missing at the end, at least'),
  video: picture.nullable().describe('the main picture'),
  audio: z.array(sound),
  subtitles: z.array(track),
  extra: z
    .object({ videoStreams: count, audioStreams: count, dataStreams: count, attachedPictures: count })
    .describe('streams beside one picture and one sound'),
  readings: z.array(reading).describe('what each reader said, for a cross-check'),
  origins: z.record(z.string(), reader).describe("which reader a value was taken from: 'video.codec'"),
});

const subtitle = z.object({
  kind: z.literal('subtitle'),
  format: z.string().min(1).describe("'srt', 'vtt', 'ass', 'lrc', 'ttml'; 'mov_text' for a track"),
  encoding: z.string().min(1).describe("WHATWG label: 'utf-8', 'gb2312', 'gbk', 'gb18030', 'utf-16le'"),
  hadBom: z.boolean().describe('a byte order mark stands at the start'),
  languages: z.array(z.enum(SUBTITLE_LANGUAGES)).describe('by content, the most frequent first'),
  cueCount: count,
  firstMs: milliseconds.describe('milliseconds: start of the first cue'),
  lastMs: milliseconds.describe('milliseconds: end of the last cue'),
  coveredMs: milliseconds.describe('milliseconds under cues'),
  spans: z
    .array(z.tuple([z.number(), z.number()]).readonly())
    .describe('milliseconds: cues run together where less than two seconds lie between them'),
});

const document = z.object({
  kind: z.literal('document'),
  format: z.string().min(1).describe("'docx', 'doc', 'pdf', 'md', 'txt'"),
  characters: count.nullable().describe('characters that are not white space'),
  wordCount: count.nullable().describe('字数, as Chinese word processors count'),
  pages: count.nullable(),
  firstLine: z.string().nullable().describe('private data masked'),
});

const other = z.object({ kind: z.enum(['audio', 'image', 'slides', 'spreadsheet']), format: word });

export const facts = z.discriminatedUnion('kind', [video, subtitle, document, other]) satisfies z.ZodType<FactsSummary>;

export const failure = z.object({
  reason: z.enum(FAILURE_REASONS),
  detail: z.string().nullable().describe("the reader's own words"),
}) satisfies z.ZodType<Failure>;
