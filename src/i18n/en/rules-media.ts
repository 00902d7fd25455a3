/** Videos: what the rules over videos say. */
import { formatDuration, formatSize } from '../../util/format.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { specScreenEn } from './screens-more.ts';
import { bindingEn, countEn, limitEn, limitMessageEn } from './words.ts';

const FIELD_EN = { codec: 'video codec', size: 'picture size', duration: 'duration' } as const;

const WHY_LIMIT = 'The letter (or the spec in use) sets this limit for videos.';

export const videoTextsEn: RuleTextsOf<'video'> = {
  'video/container': {
    title: 'Container',
    why: 'The letter recommends MP4. A file named .mp4 is not always one inside.',
    mend: 'Export it again as MP4 from the editing software; do not just change the extension.',
    example: 'Container mov, expected mp4',
    message: limitMessageEn('Container'),
  },
  'video/codec': {
    title: 'Video codec',
    why: 'The letter recommends H.264. Other codecs may not play on the receiving platform.',
    mend: 'Export it again as MP4 with the H.264 (AVC) codec.',
    example: 'Video codec av1, expected h264',
    message: limitMessageEn('Video codec'),
  },
  'video/resolution': {
    title: 'Resolution',
    why: 'The letter recommends 1920x1080. The displayed size counts; rotation and pixel shape have rules of their own.',
    mend: 'Export it again at this resolution from the original footage; do not enlarge a small picture.',
    example: 'Resolution 1280x720, expected 1920x1080',
    message: limitMessageEn('Resolution'),
  },
  'video/duration': {
    title: 'Duration',
    why: 'The letter recommends 15-20 minutes for a lesson.',
    mend: 'Too long: cut it and export again. Too short: record what is missing, or choose another work.',
    example: 'Duration 14:42, expected 15:00-20:00',
    message: limitMessageEn('Duration'),
  },
  'video/size': {
    title: 'File size',
    why: 'The letter recommends at most 1G. That can mean 10^9 bytes or 1024 x 1024 x 1024 bytes; a size between the two gets a note only.',
    mend: 'Export it again at a lower bit rate (2-4 Mbit/s is enough for a 1080p lesson).',
    example: 'File size 1.2 GiB, expected at most 1 GiB',
    message: limitMessageEn('File size'),
  },
  'video/profile': {
    title: 'Codec profile',
    why: WHY_LIMIT,
    mend: 'Choose the expected profile in the export settings.',
    example: 'Codec profile High 10, expected High',
    message: limitMessageEn('Codec profile'),
  },
  'video/level': {
    title: 'Codec level',
    why: WHY_LIMIT,
    mend: 'Choose the expected level in the export settings.',
    example: 'Codec level 5.1, expected at most 4.2',
    message: limitMessageEn('Codec level'),
  },
  'video/frame-rate': {
    title: 'Frame rate',
    why: WHY_LIMIT,
    mend: 'Choose the expected frame rate in the export settings.',
    example: 'Frame rate 15, expected at least 25',
    message: limitMessageEn('Frame rate'),
  },
  'video/bit-rate': {
    title: 'Video bit rate',
    why: WHY_LIMIT,
    mend: 'Adjust the bit rate in the export settings.',
    example: 'Video bit rate 500 kbit/s, expected at least 1 Mbit/s',
    message: limitMessageEn('Video bit rate'),
  },
  'video/bit-depth': {
    title: 'Bit depth',
    why: WHY_LIMIT,
    mend: 'Choose the expected bit depth in the export settings.',
    example: 'Bit depth 10, expected 8',
    message: limitMessageEn('Bit depth'),
  },
  'video/aspect-ratio': {
    title: 'Aspect ratio',
    why: WHY_LIMIT,
    mend: 'Export it again at the expected aspect ratio.',
    example: 'Aspect ratio 4:3, expected 16:9',
    message: limitMessageEn('Aspect ratio'),
  },
  'video/audio-codec': {
    title: 'Audio codec',
    why: WHY_LIMIT,
    mend: 'Choose the expected audio codec in the export settings.',
    example: 'Audio codec mp3, expected aac',
    message: limitMessageEn('Audio codec'),
  },
  'video/audio-sample-rate': {
    title: 'Audio sample rate',
    why: WHY_LIMIT,
    mend: 'Choose the expected sample rate in the export settings.',
    example: 'Audio sample rate 22050 Hz, expected 48000 Hz',
    message: limitMessageEn('Audio sample rate'),
  },
  'video/audio-channels': {
    title: 'Audio channels',
    why: WHY_LIMIT,
    mend: 'Choose the expected number of channels in the export settings.',
    example: 'Audio channels 1, expected 2',
    message: limitMessageEn('Audio channels'),
  },
  'video/audio-bit-rate': {
    title: 'Audio bit rate',
    why: WHY_LIMIT,
    mend: 'Adjust the audio bit rate in the export settings.',
    example: 'Audio bit rate 32 kbit/s, expected at least 128 kbit/s',
    message: limitMessageEn('Audio bit rate'),
  },
  'video/audio-bit-rate-mode': {
    title: 'Audio bit rate mode',
    why: WHY_LIMIT,
    mend: 'Choose the expected bit rate mode in the export settings.',
    example: 'Audio bit rate mode variable, expected constant',
    message: limitMessageEn('Audio bit rate mode'),
  },
  'video/pixel-format': {
    title: 'Pixel format',
    why: 'Many players cannot play video that is not 8-bit 4:2:0.',
    mend: 'Export it as 8-bit 4:2:0 (yuv420p).',
    example: 'Pixel format yuv420p10le',
    message: ({ actual, limit, binding }) =>
      limit === null
        ? `Pixel format ${actual} is not 8-bit 4:2:0; many players cannot play it`
        : `Pixel format ${actual}, expected ${limitEn(limit)}${bindingEn(binding)}`,
  },
  'video/interlaced': {
    title: 'Interlaced video',
    aspect: 'scan type',
    why: 'Interlaced video shows comb-like lines on a computer.',
    mend: 'Deinterlace it and export it again as progressive video.',
    example: '1080i footage straight from a camcorder',
    message: ({ binding }) =>
      `The video is interlaced${binding === null ? '; it shows comb-like lines on a computer' : `, expected progressive${bindingEn(binding)}`}`,
  },
  'video/variable-frame-rate': {
    title: 'Variable frame rate',
    aspect: 'frame rate mode',
    why: 'With a variable frame rate (common in phone and screen recordings), sound and picture easily drift apart after editing or conversion.',
    mend: 'Export it at a constant frame rate.',
    example: 'A video recorded on a phone',
    message: ({ mean, binding }) =>
      `The frame rate varies${mean === null ? '' : ` (average ${mean})`}${binding === null ? '; sound and picture may drift apart after conversion' : `, expected constant${bindingEn(binding)}`}`,
  },
  'video/unmeasured': {
    title: 'Asked for, and not measurable',
    aspect: 'limits measured',
    why: 'What cannot be measured cannot count as kept.',
    mend: 'Export it again as a common MP4; a machine with ffmpeg reads more. If it is right all the same, waive it with a written reason.',
    example: 'An MP4 that does not say how long it is',
    message: ({ fields }) =>
      `Cannot measure ${fields.map((field) => specScreenEn.fields[field] ?? field).join(', ')}, so it cannot count as kept`,
  },
  'video/truncated': {
    title: 'Incomplete video',
    aspect: 'completeness',
    why: 'The index points past the end of the file: the rest was lost, most likely in an interrupted copy or download.',
    mend: 'Copy or download it again, or ask the institution for a new copy.',
    example: 'A half-copied 微课.mp4',
    message: ({ missingBytes }) =>
      `The video is incomplete: ${missingBytes === null ? 'the end' : `at least ${formatSize(missingBytes)} at the end`} is missing`,
  },
  'video/no-audio': {
    title: 'No sound',
    aspect: 'audio streams',
    why: 'A lesson needs narration. A video without an audio track usually lost it in the export.',
    mend: 'Export it again with sound.',
    example: 'A 微课.mp4 with pictures only',
    message: () => 'The video has no audio track',
  },
  'video/rotated': {
    title: 'Rotation flag',
    aspect: 'rotation',
    why: 'Some players ignore the flag and show the video lying on its side.',
    mend: 'Turn the picture upright and export it again.',
    example: 'A video shot upright on a phone',
    message: ({ degrees }) =>
      `The picture is turned ${countEn(degrees, 'degree')} by a rotation flag, which some players ignore`,
  },
  'video/anamorphic': {
    title: 'Non-square pixels',
    aspect: 'pixel aspect ratio',
    why: 'A picture that is stretched through its pixel shape looks distorted in some players.',
    mend: 'Export it again with square pixels.',
    example: '1440x1080, displayed as 1920x1080',
    message: ({ ratio, coded, displayed }) =>
      `Pixel aspect ratio ${ratio}: stored as ${coded}, displayed as ${displayed}; some players distort it`,
  },
  'video/faststart': {
    title: 'No instant playback online',
    aspect: 'index position',
    why: 'The index (moov) is at the end of the file, so online viewers wait for the whole download.',
    mend: 'Tick "web optimized" (fast start) when exporting. This does not stop the submission.',
    example: 'An MP4 with its index at the end',
    message: () => 'The index is at the end of the file; online playback starts only after the whole download',
  },
  'video/av-length': {
    title: 'Sound and picture lengths differ',
    aspect: 'picture and sound length',
    why: 'When they differ by more than 1 second, the end is silent or black, or the sound may be out of sync throughout.',
    mend: 'Align them in the editing software and export it again.',
    example: 'Picture 16:00, sound 15:40',
    message: ({ videoMs, audioMs }) =>
      `The picture lasts ${formatDuration(videoMs, true)}, the sound ${formatDuration(audioMs, true)}`,
  },
  'video/extra-streams': {
    title: 'Extra streams',
    aspect: 'extra streams',
    why: 'Platforms usually play only the first picture and the first sound; viewers miss the rest.',
    mend: 'Make sure the first of each is the one to submit; export with one video and one audio stream only.',
    example: 'Two audio tracks',
    message: ({ video, audio, data, pictures }) =>
      `Besides one video and one audio stream, the file has ${[
        video > 0 ? countEn(video, 'more video stream') : '',
        audio > 0 ? countEn(audio, 'more audio stream') : '',
        data > 0 ? countEn(data, 'data stream') : '',
        pictures > 0 ? countEn(pictures, 'cover picture') : '',
      ]
        .filter(Boolean)
        .join(', ')}`,
  },
  'video/readers-disagree': {
    title: 'Readers disagree',
    aspect: 'two readers',
    why: 'Two independent readers get different results; the file may be badly structured.',
    mend: 'Play it in several players to check; better, export it again.',
    example: 'One reads 16:00, the other 12:30',
    message: ({ field, readings }) =>
      `Readers disagree on the ${FIELD_EN[field]}: ${readings.map(({ reader, value }) => `${reader} reads ${value}`).join(', ')}`,
  },
};
