/** The name of an entry, in the encoding that it says or that its bytes make likely. Separators and NUL stay as they are. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { PackagedFile } from '../../model/package-facts.ts';
import { readCandidate } from '../../text/encoding/han-share.ts';
import { isRivalLikelier } from '../../text/encoding/rivals.ts';
import { decodeCp437 } from './cp437.ts';

export interface EntryName {
  readonly name: string;
  readonly encoding: PackagedFile['nameEncoding'];
}

/** A few Western names decode as Chinese by chance; a name in GBK is mostly common characters. */
const MIN_HAN_SHARE = 0.5;

/**
 * @param marked the archive says that it is UTF-8. What zip programs of Linux and macOS write is UTF-8 without the mark, and
 *   hardly any other text happens to be valid UTF-8. What is likelier Korean or Japanese is not claimed to be Chinese: it is shown as
 *   any reader that keeps to the standard shows it.
 */
export function decodeEntryName(bytes: Buffer, marked: boolean): EntryName {
  if (isAscii(bytes)) return { name: bytes.toString('latin1'), encoding: 'utf-8' };
  if (isUtf8(bytes)) return { name: bytes.toString('utf8'), encoding: marked ? 'utf-8' : 'utf-8-unmarked' };
  const { hanShare, brokenShare } = readCandidate(bytes, 'gb18030');
  if (brokenShare === 0 && hanShare >= MIN_HAN_SHARE && !isRivalLikelier(bytes, 'gb18030')) {
    return { name: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
  }
  return { name: decodeCp437(bytes), encoding: 'cp437' };
}
