/** ffprobe's word for each sample entry type (mp4ra.org; QuickTime File Format). */

export const PICTURE_CODECS: Readonly<Record<string, string>> = {
  avc1: 'h264',
  avc2: 'h264',
  avc3: 'h264',
  avc4: 'h264',
  hvc1: 'hevc',
  hev1: 'hevc',
  dvh1: 'hevc',
  dvhe: 'hevc',
  av01: 'av1',
  vp08: 'vp8',
  vp09: 'vp9',
  s263: 'h263',
  h263: 'h263',
  jpeg: 'mjpeg',
  mjpa: 'mjpeg',
  mjpb: 'mjpegb',
  'png ': 'png',
  apco: 'prores',
  apcs: 'prores',
  apcn: 'prores',
  apch: 'prores',
  ap4h: 'prores',
  ap4x: 'prores',
  SVQ3: 'svq3',
  'rle ': 'qtrle',
  'raw ': 'rawvideo',
};

/** Apple ProRes has its profile in the entry's type. */
export const PRORES_PROFILES: Readonly<Record<string, string>> = {
  apco: 'Proxy',
  apcs: 'LT',
  apcn: 'Standard',
  apch: 'HQ',
  ap4h: '4444',
  ap4x: 'XQ',
};

export const SOUND_CODECS: Readonly<Record<string, string>> = {
  'ac-3': 'ac3',
  'ec-3': 'eac3',
  Opus: 'opus',
  fLaC: 'flac',
  alac: 'alac',
  '.mp3': 'mp3',
  dtsc: 'dts',
  samr: 'amr_nb',
  sawb: 'amr_wb',
  ulaw: 'pcm_mulaw',
  alaw: 'pcm_alaw',
  'raw ': 'pcm_u8',
};

/** Object types of `mp4v` and `mp4a` entries. */
export const OBJECT_TYPES: Readonly<Record<number, string>> = {
  32: 'mpeg4',
  64: 'aac',
  96: 'mpeg2video',
  97: 'mpeg2video',
  98: 'mpeg2video',
  99: 'mpeg2video',
  100: 'mpeg2video',
  101: 'mpeg2video',
  102: 'aac',
  103: 'aac',
  104: 'aac',
  105: 'mp3',
  106: 'mpeg1video',
  107: 'mp3',
  108: 'mjpeg',
  109: 'png',
  165: 'ac3',
  166: 'eac3',
  169: 'dts',
  173: 'opus',
  221: 'vorbis',
};

export const SUBTITLE_CODECS: Readonly<Record<string, string>> = {
  tx3g: 'mov_text',
  text: 'mov_text',
  wvtt: 'webvtt',
  stpp: 'ttml',
  c608: 'eia_608',
  mp4s: 'dvd_subtitle',
};

/** Uncompressed sound: `null` for an entry that is not. */
export function pcmCodec(type: string, bits: number, bigEndian: boolean | null): string | null {
  switch (type) {
    case 'sowt':
      return bits === 8 ? 'pcm_s8' : `pcm_s${bits}le`;
    case 'twos':
      return bits === 8 ? 'pcm_s8' : `pcm_s${bits}be`;
    case 'in24':
    case 'in32':
      return `pcm_s${type.slice(2)}${bigEndian === false ? 'le' : 'be'}`;
    case 'fl32':
    case 'fl64':
      return `pcm_f${type.slice(2)}${bigEndian === false ? 'le' : 'be'}`;
    default:
      return null;
  }
}
