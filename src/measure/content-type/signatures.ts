/** Formats told by fixed bytes, in the order in which they are tried. */
import type { ContentKind, ContentType } from '../../model/facts.ts';

interface Signature {
  readonly kind: ContentKind;
  readonly format: string;
  /** Latin-1 text at each position; all must be there. */
  readonly at: Readonly<Record<number, string>>;
  /** A further look, where the bytes alone would take in too much or say too little. */
  readonly refine?: (head: Buffer) => ContentType | null;
}

const ASF_GUID = '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c';
/** Stream type ASF_Video_Media (ASF specification, 10.4), as it is stored. */
const ASF_VIDEO_MEDIA = Buffer.from('c0ef19bc4d5bcf11a8fd00805f5c442b', 'hex');
const OGG_VIDEO_HEADERS = ['\x80theora', 'BBCD\0', 'OVP80'];

const SIGNATURES: readonly Signature[] = [
  { kind: 'document', format: 'pdf', at: { 0: '%PDF-' } },
  { kind: 'document', format: 'rtf', at: { 0: '{\\rtf' } },
  { kind: 'lfs-pointer', format: 'git-lfs', at: { 0: 'version https://git-lfs.github.com/spec/v1' } },

  { kind: 'video', format: 'matroska', at: { 0: '\x1aE\xdf\xa3' }, refine: refineEbml },
  { kind: 'video', format: 'avi', at: { 0: 'RIFF', 8: 'AVI ' } },
  { kind: 'video', format: 'flv', at: { 0: 'FLV\x01' } },
  { kind: 'video', format: 'asf', at: { 0: ASF_GUID }, refine: refineAsf },
  { kind: 'video', format: 'mpegps', at: { 0: '\0\0\x01\xba' } },
  { kind: 'video', format: 'mpegvideo', at: { 0: '\0\0\x01\xb3' } },
  { kind: 'video', format: 'rm', at: { 0: '.RMF' } },
  { kind: 'video', format: 'ogg', at: { 0: 'OggS\0' }, refine: refineOgg },

  { kind: 'audio', format: 'wav', at: { 0: 'RIFF', 8: 'WAVE' } },
  { kind: 'audio', format: 'wav', at: { 0: 'RF64', 8: 'WAVE' } },
  { kind: 'audio', format: 'flac', at: { 0: 'fLaC' } },
  { kind: 'audio', format: 'mp3', at: { 0: 'ID3' }, refine: refineId3 },
  { kind: 'audio', format: 'aiff', at: { 0: 'FORM', 8: 'AIF' } },
  { kind: 'audio', format: 'amr', at: { 0: '#!AMR' } },

  { kind: 'image', format: 'jpg', at: { 0: '\xff\xd8\xff' } },
  { kind: 'image', format: 'png', at: { 0: '\x89PNG\r\n\x1a\n' } },
  { kind: 'image', format: 'gif', at: { 0: 'GIF87a' } },
  { kind: 'image', format: 'gif', at: { 0: 'GIF89a' } },
  { kind: 'image', format: 'webp', at: { 0: 'RIFF', 8: 'WEBP' } },
  // The reserved fields of BITMAPFILEHEADER are zero; `BM` alone also starts many a text.
  { kind: 'image', format: 'bmp', at: { 0: 'BM', 6: '\0\0\0\0' } },
  { kind: 'image', format: 'tiff', at: { 0: 'II*\0' } },
  { kind: 'image', format: 'tiff', at: { 0: 'MM\0*' } },
  { kind: 'image', format: 'psd', at: { 0: '8BPS\0' } },
  { kind: 'image', format: 'jp2', at: { 0: '\0\0\0\x0cjP  ' } },

  { kind: 'archive', format: 'rar', at: { 0: 'Rar!\x1a\x07' } },
  { kind: 'archive', format: '7z', at: { 0: '7z\xbc\xaf\x27\x1c' } },
  { kind: 'archive', format: 'gz', at: { 0: '\x1f\x8b\x08' } },
  { kind: 'archive', format: 'bz2', at: { 0: 'BZh', 4: '1AY&SY' } },
  { kind: 'archive', format: 'xz', at: { 0: '\xfd7zXZ\0' } },
  { kind: 'archive', format: 'zst', at: { 0: '\x28\xb5\x2f\xfd' } },
  { kind: 'archive', format: 'tar', at: { 257: 'ustar' } },
];

export function detectSignature(head: Buffer): ContentType | null {
  for (const { kind, format, at, refine } of SIGNATURES) {
    const fits = Object.entries(at).every(([offset, text]) => hasText(head, Number(offset), text));
    const type = fits ? (refine ? refine(head) : { kind, format }) : null;
    if (type) return type;
  }
  return null;
}

function hasText(head: Buffer, offset: number, text: string): boolean {
  return head.toString('latin1', offset, offset + text.length) === text;
}

/** EBML DocType (RFC 8794, 11.2.6) stands in the first element. */
function refineEbml(head: Buffer): ContentType {
  const isWebm = head.subarray(0, 256).includes('webm', 0, 'latin1');
  return { kind: 'video', format: isWebm ? 'webm' : 'matroska' };
}

function refineAsf(head: Buffer): ContentType {
  return head.includes(ASF_VIDEO_MEDIA) ? { kind: 'video', format: 'asf' } : { kind: 'audio', format: 'wma' };
}

/** The first pages hold one header packet for each stream (RFC 3533, 6). */
function refineOgg(head: Buffer): ContentType {
  const isVideo = OGG_VIDEO_HEADERS.some((header) => head.includes(header, 0, 'latin1'));
  return { kind: isVideo ? 'video' : 'audio', format: 'ogg' };
}

/** A text may begin with "ID3" too: the tag has a version and a size of four 7-bit bytes (id3.org, 3.1). */
function refineId3(head: Buffer): ContentType | null {
  const size = head.subarray(6, 10);
  const isTag = head.length >= 10 && (head[3] ?? 0xff) <= 4 && size.every((byte) => byte < 0x80);
  return isTag ? { kind: 'audio', format: 'mp3' } : null;
}
