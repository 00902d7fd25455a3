/** ffprobe's JSON in the words of the facts, the same for 4.0.2 and for 5 to 7. */
import type { AudioStreamFacts, Scan, SubtitleTrackFacts } from '../../model/facts.ts';
import {
  type JsonObject,
  millisecondsField,
  numberField,
  objectField,
  objectsField,
  positiveField,
  textField,
} from './ffprobe-json.ts';
import { av1Level, hevcLevel } from './isobmff/picture-config.ts';
import { frameRateValue, parseRatio, ratioText, rightAngle } from './picture.ts';
import type { MediaReading, PictureReading } from './reading.ts';

export interface ProbeReading extends MediaReading {
  /** ffprobe's index of the first moving picture's stream, for a look at its first frame. */
  readonly pictureIndex: number | null;
}

export function probeReading(json: JsonObject, version: string): ProbeReading {
  const streams = objectsField(json, 'streams');
  const isPicture = (stream: JsonObject) => typeOf(stream) === 'video' && !isAttached(stream);
  const pictures = streams.filter(isPicture);
  return {
    reader: 'ffprobe',
    version,
    durationMs: millisecondsField(objectField(json, 'format'), 'duration'),
    pictures: pictures.map(pictureOf),
    pictureIndex: pictures[0] === undefined ? null : numberField(pictures[0], 'index'),
    sounds: streams.filter((stream) => typeOf(stream) === 'audio').map(soundOf),
    subtitles: streams.filter((stream) => typeOf(stream) === 'subtitle').map(subtitleOf),
    dataStreams: streams.filter((stream) => !SHOWN_TYPES.has(typeOf(stream) ?? '')).length,
    attachedPictures: streams.filter((stream) => typeOf(stream) === 'video' && isAttached(stream)).length,
  };
}

/** Whether the one frame that was asked for was coded as fields; `null` when none could be decoded. */
export function frameScan(json: JsonObject): Scan | null {
  const frame = objectsField(json, 'frames').find((entry) => textField(entry, 'media_type') === 'video');
  const interlaced = frame === undefined ? null : numberField(frame, 'interlaced_frame');
  if (interlaced === null) return null;
  return interlaced === 1 ? 'interlaced' : 'progressive';
}

const SHOWN_TYPES = new Set(['video', 'audio', 'subtitle']);

function typeOf(stream: JsonObject): string | null {
  return textField(stream, 'codec_type');
}

function isAttached(stream: JsonObject): boolean {
  return numberField(objectField(stream, 'disposition'), 'attached_pic') === 1;
}

function pictureOf(stream: JsonObject): PictureReading {
  const codec = textField(stream, 'codec_name');
  const pixelFormat = pixelFormatOf(stream);
  return {
    codec,
    profile: profileOf(codec, stream),
    level: levelOf(codec, numberField(stream, 'level')),
    // Not coded_width and coded_height: 4.0.2 counts what cropping takes away (1088 for 1080).
    width: positiveField(stream, 'width'),
    height: positiveField(stream, 'height'),
    rotation: rotationOf(stream),
    sampleAspectRatio: sampleAspectRatioOf(stream),
    frameRate: rateOf(stream, 'avg_frame_rate') ?? rateOf(stream, 'r_frame_rate'),
    frameRateMode: null, // ffprobe knows an average and a guess, not what happens between them
    scan: scanOf(stream),
    pixelFormat,
    bitDepth: positiveField(stream, 'bits_per_raw_sample') ?? depthOf(pixelFormat),
    bitRate: positiveField(stream, 'bit_rate'),
    durationMs: streamDuration(stream),
  };
}

function soundOf(stream: JsonObject): AudioStreamFacts {
  return {
    codec: textField(stream, 'codec_name'),
    channels: positiveField(stream, 'channels'),
    sampleRate: positiveField(stream, 'sample_rate'),
    bitRate: positiveField(stream, 'bit_rate'),
    bitRateMode: /^pcm_/.test(textField(stream, 'codec_name') ?? '') ? 'constant' : null,
    durationMs: streamDuration(stream),
  };
}

function subtitleOf(stream: JsonObject): SubtitleTrackFacts {
  const language = textField(objectField(stream, 'tags'), 'language');
  return {
    index: numberField(stream, 'index') ?? 0,
    codec: textField(stream, 'codec_name'),
    language: language === 'und' ? null : language,
    // ffprobe shows no text.
    content: null,
  };
}

/** Codecs whose profile has a name in every version; for others 4.0.2 prints a number where 5 prints a word. */
const PROFILED = new Set(['h264', 'hevc', 'av1', 'vp9', 'mpeg4', 'mpeg2video', 'vc1', 'prores']);

function profileOf(codec: string | null, stream: JsonObject): string | null {
  const profile = textField(stream, 'profile');
  return codec === null || !PROFILED.has(codec) || profile === null || /^-?\d+$/.test(profile) ? null : profile;
}

/** To ten times the level's number; each codec counts in its own way. -99 is ffprobe's "not known". */
function levelOf(codec: string | null, level: number | null): number | null {
  if (level === null || level < 0) return null;
  if (codec === 'h264') return level === 0 ? null : level;
  if (codec === 'hevc') return hevcLevel(level);
  return codec === 'av1' ? av1Level(level) : null;
}

/** Side data turns anticlockwise, the older tag clockwise; 4.0.2 prints both, 5 and later the first. */
function rotationOf(stream: JsonObject): number | null {
  const sideData = objectsField(stream, 'side_data_list').find((entry) => Object.hasOwn(entry, 'rotation'));
  const anticlockwise = sideData === undefined ? null : numberField(sideData, 'rotation');
  if (anticlockwise !== null) return rightAngle(-anticlockwise);
  return rightAngle(numberField(objectField(stream, 'tags'), 'rotate') ?? 0);
}

/** `0:1` is ffprobe's "not known". */
function sampleAspectRatioOf(stream: JsonObject): string | null {
  const sides = parseRatio(textField(stream, 'sample_aspect_ratio') ?? '');
  return sides && ratioText(...sides);
}

function rateOf(stream: JsonObject, key: string): number | null {
  const sides = parseRatio(textField(stream, key) ?? '');
  return sides && frameRateValue(sides[0] / sides[1]);
}

const FIELD_ORDERS: Readonly<Record<string, Scan>> = {
  progressive: 'progressive',
  tt: 'interlaced',
  bb: 'interlaced',
  tb: 'interlaced',
  bt: 'interlaced',
};

function scanOf(stream: JsonObject): Scan | null {
  return FIELD_ORDERS[textField(stream, 'field_order') ?? ''] ?? null;
}

/** `yuvj420p` is a deprecated word for full-range `yuv420p`; which of the two is printed depends on the version. */
function pixelFormatOf(stream: JsonObject): string | null {
  return textField(stream, 'pix_fmt')?.replace(/^yuvj/, 'yuv') ?? null;
}

/** From the name: `yuv420p10le` has 10 bits, a planar name without a number 8. */
function depthOf(pixelFormat: string | null): number | null {
  const match = /^(?:yuva?4\d\dp|gray|gbra?p)(\d{1,2})?(?:[lb]e)?$/.exec(pixelFormat ?? '');
  return match === null ? null : Number(match[1] ?? 8);
}

/** Matroska writes a stream's length as a tag, `00:15:02.033000000`. */
function streamDuration(stream: JsonObject): number | null {
  const stated = millisecondsField(stream, 'duration');
  if (stated !== null) return stated;
  const match = /^(\d{1,4}):(\d\d):(\d\d(?:\.\d+)?)$/.exec(textField(objectField(stream, 'tags'), 'DURATION') ?? '');
  if (match === null) return null;
  return Math.round((Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1000);
}
