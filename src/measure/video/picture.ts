/** Arithmetic of pictures that both readers share. */

export type Chroma = '400' | '420' | '422' | '444';

/** ffmpeg's name of a planar pixel format: `yuv420p`, `yuv422p10le`, `gray`. */
export function pixelFormatName(chroma: Chroma, bitDepth: number): string {
  const depth = bitDepth > 8 ? `${bitDepth}le` : '';
  if (chroma === '400') return `gray${depth}`;
  return `yuv${chroma}p${depth}`;
}

/**
 * Clockwise degrees of a 3x3 transformation given by its first row (a, b), as in `tkhd` and `mvhd` (ISO/IEC 14496-12
 * 8.3.2). `null` for a turn that is not a multiple of a right angle, and for a matrix that maps everything to a point.
 */
export function rotationOf(a: number, b: number): number | null {
  if (a === 0 && b === 0) return null;
  return rightAngle((Math.atan2(b, a) * 180) / Math.PI);
}

/** 0, 90, 180 or 270, forgiving a degree of rounding; `null` for a slant. */
export function rightAngle(degrees: number): number | null {
  const turned = ((degrees % 360) + 360) % 360;
  const nearest = Math.round(turned / 90) * 90;
  return Math.abs(turned - nearest) <= 1 ? nearest % 360 : null;
}

/** `4:3` in lowest terms; `null` when either side is not a positive whole number. */
export function ratioText(horizontal: number, vertical: number): string | null {
  if (!isPositiveInteger(horizontal) || !isPositiveInteger(vertical)) return null;
  const divisor = greatestCommonDivisor(horizontal, vertical);
  return `${horizontal / divisor}:${vertical / divisor}`;
}

/** The two sides of `4:3` or `30000/1001`; `null` unless both are positive whole numbers. */
export function parseRatio(text: string): readonly [number, number] | null {
  const match = /^(\d{1,10})[:/](\d{1,10})$/.exec(text);
  const sides = [Number(match?.[1]), Number(match?.[2])] as const;
  return sides.every(isPositiveInteger) ? sides : null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size a player shows: pixels made square at the coded height, then turned. */
export function displaySize(coded: Size, sampleAspectRatio: string | null, rotation: number | null): Size {
  const [horizontal, vertical] = parseRatio(sampleAspectRatio ?? '') ?? [1, 1];
  const width = Math.round((coded.width * horizontal) / vertical);
  const quarterTurn = rotation === 90 || rotation === 270;
  return quarterTurn ? { width: coded.height, height: width } : { width, height: coded.height };
}

/** Frames a second to three decimals: 30000/1001 is 29.97. `null` for a rate no film has. */
export function frameRateValue(rate: number): number | null {
  return Number.isFinite(rate) && rate > 0 && rate <= MAX_FRAME_RATE ? Math.round(rate * 1000) / 1000 : null;
}
/** Demuxers give 90000 "frames a second" for streams that have no rate. */
const MAX_FRAME_RATE = 1000;

function isPositiveInteger(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
