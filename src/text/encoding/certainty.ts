/** Whether a text is in GB18030 or Big5 beyond doubt: before it is written anew, a guess will not do. */
import { asBuffer } from '../../util/as-buffer.ts';
import { sampleFromFirstWideByte, type TextEncoding } from './decode.ts';
import { readCandidate } from './han-share.ts';
import { isRivalRuledOut } from './rivals.ts';

const RIVALS: Readonly<Partial<Record<TextEncoding, TextEncoding>>> = {
  gb2312: 'big5',
  gbk: 'big5',
  gb18030: 'big5',
  big5: 'gb18030',
};
/** Another whole reading has at most this part of the common characters that the right one has; a broken one no more than all. */
const MAX_RIVAL_PART = 2 / 3;

/** The Unicode encodings tell themselves. @param encoding as `decodeText` found it */
export function isCertain(bytes: Uint8Array, encoding: TextEncoding): boolean {
  const rival = RIVALS[encoding];
  if (rival === undefined) return true;
  const own = readCandidate(bytes, encoding);
  if (own.brokenShare > 0 || !isRivalRuledOut(sampleFromFirstWideByte(asBuffer(bytes)), encoding)) return false;
  const other = readCandidate(bytes, rival);
  return other.hanShare <= own.hanShare * (other.brokenShare > 0 ? 1 : MAX_RIVAL_PART);
}
