/** The ISO base media file family (ISO/IEC 14496-12) by its first box and brands. */
import type { ContentType } from '../../model/facts.ts';

const BOX_HEADER_BYTES = 8;
/** `ftyp` holds brands of four bytes each; the longest seen has a dozen. */
const MAX_FTYP_BYTES = 1024;
/** Boxes that may stand first where `ftyp` is missing: QuickTime before 2001, fragments, and what damage leaves. */
const OTHER_FIRST_BOXES = new Set(['moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp', 'sidx', 'moof']);

/** Brands that say more than "video in MP4". A brand is four characters, padded with spaces. */
const BRANDS: readonly { readonly brand: RegExp; readonly type: ContentType }[] = [
  { brand: /^avi[fs]$/, type: { kind: 'image', format: 'avif' } },
  { brand: /^(hei[cxms]|hev[cxms]|mif1|msf1)$/, type: { kind: 'image', format: 'heic' } },
  { brand: /^crx $/, type: { kind: 'image', format: 'cr3' } },
  { brand: /^M4[ABP] $/, type: { kind: 'audio', format: 'm4a' } },
  { brand: /^M4V/, type: { kind: 'video', format: 'm4v' } },
  { brand: /^3g[pg2]/, type: { kind: 'video', format: '3gp' } },
  { brand: /^qt {2}$/, type: { kind: 'video', format: 'mov' } },
];
/** Image brands that only say "pictures in boxes"; a compatible brand says which. */
const STRUCTURAL_IMAGE_BRANDS = /^m[is]f1$/;

export function detectIsobmff(head: Buffer, sizeBytes: number): ContentType | null {
  if (head.length < BOX_HEADER_BYTES) return null;
  const boxBytes = head.readUInt32BE(0);
  const box = head.toString('latin1', 4, BOX_HEADER_BYTES);
  if (box === 'ftyp') return boxBytes <= MAX_FTYP_BYTES ? typeOfBrands(readBrands(head, boxBytes)) : null;
  if (!OTHER_FIRST_BOXES.has(box) || !isPlausibleSize(head, boxBytes, sizeBytes)) return null;
  return { kind: 'video', format: box === 'styp' || box === 'sidx' || box === 'moof' ? 'mp4' : 'mov' };
}

/** Major brand first, then the compatible ones; the minor version between them is left out. */
function readBrands(head: Buffer, boxBytes: number): string[] {
  const end = Math.min(boxBytes, head.length);
  const brands: string[] = [];
  for (let at = BOX_HEADER_BYTES; at + 4 <= end; at += 4) {
    if (at !== BOX_HEADER_BYTES + 4) brands.push(head.toString('latin1', at, at + 4));
  }
  return brands;
}

function typeOfBrands([major = '', ...compatible]: string[]): ContentType {
  const telling = STRUCTURAL_IMAGE_BRANDS.test(major) && compatible.some((brand) => /^avi[fs]$/.test(brand));
  if (telling) return { kind: 'image', format: 'avif' };
  return BRANDS.find(({ brand }) => brand.test(major))?.type ?? { kind: 'video', format: 'mp4' };
}

/** 0 runs to the end and 1 means a 64-bit size (4.2). A size that reads as text, in a smaller file, is text. */
function isPlausibleSize(head: Buffer, boxBytes: number, sizeBytes: number): boolean {
  if (boxBytes <= 1) return true;
  const readsAsText = head.subarray(0, 4).every((byte) => byte >= 0x09 && byte < 0x7f);
  return boxBytes >= BOX_HEADER_BYTES && (!readsAsText || boxBytes <= sizeBytes);
}
