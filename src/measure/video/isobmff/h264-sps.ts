/** The sequence parameter set of ITU-T H.264 (7.3.2.1.1 and annex E), as far as its facts go. */
import type { Chroma } from '../picture.ts';
import { ratioText } from '../picture.ts';
import { type BitReader, bitReader, withoutEmulation } from './bit-reader.ts';
import { MalformedBox } from './fields.ts';

export interface H264Sps {
  readonly profileIdc: number;
  /** constraint_set0_flag is the most significant bit. */
  readonly constraints: number;
  readonly levelIdc: number;
  readonly chroma: Chroma;
  readonly bitDepth: number;
  readonly width: number;
  readonly height: number;
  /** frame_mbs_only_flag: the stream cannot hold fields. */
  readonly framesOnly: boolean;
  readonly sampleAspectRatio: string | null;
}

/** Profiles whose sets carry chroma format and bit depth. */
const HIGH_PROFILES = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);
const CHROMA = ['400', '420', '422', '444'] as const;
/** A real set has some 30 bytes, and under 500 with every scaling list. */
const MAX_SPS_BYTES = 2048;

/** `nal` begins with the NAL header byte (type 7). Throws `MalformedBox`. */
export function parseH264Sps(nal: Buffer): H264Sps {
  if (((nal[0] ?? 0) & 0x1f) !== 7) throw new MalformedBox('not a sequence parameter set');
  const reader = bitReader(withoutEmulation(nal.subarray(1, MAX_SPS_BYTES)));
  const [profileIdc, constraints, levelIdc] = [reader.bits(8), reader.bits(8), reader.bits(8)];
  reader.unsigned(); // seq_parameter_set_id
  const format = HIGH_PROFILES.has(profileIdc) ? readFormat(reader) : { chroma: '420' as const, bitDepth: 8 };
  reader.unsigned(); // log2_max_frame_num_minus4
  skipPictureOrder(reader);
  reader.unsigned(); // max_num_ref_frames
  reader.bits(1); // gaps_in_frame_num_value_allowed_flag
  const size = readSize(reader, format.chroma);
  return { profileIdc, constraints, levelIdc, ...format, ...size, sampleAspectRatio: readAspectRatio(reader) };
}

function readFormat(reader: BitReader): { chroma: Chroma; bitDepth: number } {
  const chroma = CHROMA[reader.unsigned()];
  if (chroma === undefined) throw new MalformedBox('an unknown chroma format');
  if (chroma === '444') reader.bits(1); // separate_colour_plane_flag
  const bitDepth = reader.unsigned() + 8;
  reader.unsigned(); // bit_depth_chroma_minus8
  reader.bits(1); // qpprime_y_zero_transform_bypass_flag
  if (reader.flag()) skipScalingLists(reader, chroma === '444' ? 12 : 8);
  return { chroma, bitDepth };
}

function skipScalingLists(reader: BitReader, count: number): void {
  for (let list = 0; list < count; list += 1) {
    if (reader.flag()) skipScalingList(reader, list < 6 ? 16 : 64);
  }
}

function skipScalingList(reader: BitReader, length: number): void {
  let last = 8;
  let next = 8;
  for (let i = 0; i < length && next !== 0; i += 1) {
    next = (last + reader.signed() + 256) % 256;
    if (next !== 0) last = next;
  }
}

function skipPictureOrder(reader: BitReader): void {
  const type = reader.unsigned();
  if (type === 0) reader.unsigned(); // log2_max_pic_order_cnt_lsb_minus4
  if (type !== 1) return;
  reader.bits(1); // delta_pic_order_always_zero_flag
  reader.signed();
  reader.signed();
  const cycle = reader.unsigned();
  if (cycle > 255) throw new MalformedBox('too many reference frames in a cycle');
  for (let i = 0; i < cycle; i += 1) reader.signed();
}

function readSize(reader: BitReader, chroma: Chroma): { width: number; height: number; framesOnly: boolean } {
  const widthInMbs = reader.unsigned() + 1;
  const heightInMapUnits = reader.unsigned() + 1;
  const framesOnly = reader.flag();
  if (!framesOnly) reader.bits(1); // mb_adaptive_frame_field_flag
  reader.bits(1); // direct_8x8_inference_flag
  const fields = framesOnly ? 1 : 2;
  const [left, right, top, bottom] = reader.flag() ? cropping(reader) : [0, 0, 0, 0];
  const unitX = chroma === '420' || chroma === '422' ? 2 : 1;
  const unitY = (chroma === '420' ? 2 : 1) * fields;
  const width = widthInMbs * 16 - unitX * (left + right);
  const height = heightInMapUnits * 16 * fields - unitY * (top + bottom);
  if (width <= 0 || height <= 0) throw new MalformedBox('nothing is left of the picture');
  return { width, height, framesOnly };
}

function cropping(reader: BitReader): readonly [number, number, number, number] {
  return [reader.unsigned(), reader.unsigned(), reader.unsigned(), reader.unsigned()];
}

/** Table E-1, from aspect_ratio_idc 1 on. */
const ASPECT_RATIOS = ['1:1', '12:11', '10:11', '16:11', '40:33', '24:11', '20:11', '32:11', '80:33', '18:11', '15:11', '64:33', '160:99', '4:3', '3:2', '2:1']; // biome-ignore format: a table
const EXTENDED_SAR = 255;

function readAspectRatio(reader: BitReader): string | null {
  const present = reader.flag() && reader.flag(); // vui_parameters_present_flag, aspect_ratio_info_present_flag
  if (!present) return null;
  const idc = reader.bits(8);
  if (idc === EXTENDED_SAR) return ratioText(reader.bits(16), reader.bits(16));
  return ASPECT_RATIOS[idc - 1] ?? null;
}
