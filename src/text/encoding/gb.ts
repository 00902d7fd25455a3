/** The Chinese national encodings, each of which holds the one before it, told apart by the bytes that a text uses. */

export type NationalEncoding = 'gb2312' | 'gbk' | 'gb18030';

/**
 * GB2312 (1980): two bytes, rows 1 to 9 and 16 to 87, both bytes above 0xA0. GBK (1995): any other two bytes. GB18030 (2000): four
 * bytes where the second is a digit. Bytes that are no character say nothing.
 */
export function smallestNational(bytes: Uint8Array): NationalEncoding {
  let isGb2312 = true;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81 || lead === 0xff) continue;
    const second = bytes[at + 1] ?? 0;
    if (second >= 0x30 && second <= 0x39) return 'gb18030';
    if (second < 0x40 || second === 0x7f || second === 0xff) continue;
    isGb2312 &&= isInGb2312(lead, second);
    at += 1;
  }
  return isGb2312 ? 'gb2312' : 'gbk';
}

function isInGb2312(lead: number, second: number): boolean {
  return second >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7));
}
