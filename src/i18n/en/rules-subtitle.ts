/** Subtitles: what the rules over subtitles say. */
import { formatDuration } from '../../util/format.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { placeEn, spotsEn } from './spots.ts';
import {
  atLeast,
  byScript,
  cuesOf,
  ENCODINGS_EN,
  faultMessage,
  fixOr,
  inSeconds,
  LANGUAGES_EN,
  quoted,
  SPEED_WORDS,
  seconds,
  spotsText,
  startEn,
  WIDTH_WORDS,
} from './subtitle-words.ts';
import { countEn } from './words.ts';

const TIME_SYNTAX_MEND =
  'sizheng fix mends what can be mended in one way only (full-width signs, arrows); set the other times anew beside the video, in Subtitle Edit or Arctime.';
const BLANK_LINES_MEND =
  'Run sizheng fix first. Where it cannot help, open the file in a text editor: one blank line between two cues, none inside a cue.';
const ENCODING_MEND = 'sizheng fix converts it to UTF-8; or open it in Notepad and save it as UTF-8.';
const ORDER_MEND =
  'Where the times are right, sizheng fix puts the cues in order; mend a time that is far from its neighbours in a subtitle program first.';
const PAST_END_MEND =
  'Check whether the video was cut later or the subtitles are shifted; delete the cues after the end of the video.';

export const subtitleTextsEn: RuleTextsOf<'subtitle'> = {
  'subtitle/language': {
    title: 'No Chinese subtitles',
    aspect: 'subtitle language',
    why: 'The letter asks for subtitles, and the audience is Chinese: subtitles in another language alone do not serve it.',
    mend: 'Add Chinese subtitles; those in other languages may stay.',
    example: 'A lesson with English subtitles only',
    message: ({ languages, files }) => {
      const what = languages.map((one) => LANGUAGES_EN[one]).join(', ');
      const where = files.map((path) => `"${path}"`).join(', ');
      return `No Chinese subtitles: ${where} ${files.length === 1 ? 'is' : 'are'} in ${what === '' ? 'no language that can be told' : what}`;
    },
  },
  'subtitle/encoding': {
    title: 'Subtitles not in UTF-8',
    aspect: 'encoding',
    why: 'Web pages and many players show subtitles in other encodings as garbage.',
    mend: ENCODING_MEND,
    example: 'A 字幕.srt in GBK',
    message: ({ path, encoding }) =>
      encoding === null
        ? `"${path}" is in no known encoding; its text was not checked`
        : `"${path}" is in ${ENCODINGS_EN[encoding] ?? encoding}, expected UTF-8`,
    fix: ({ encoding }) =>
      encoding === null
        ? 'Open it in the program it was made with and export it as UTF-8; if that fails, ask for a new copy.'
        : ENCODING_MEND,
  },
  'subtitle/mojibake': spotsText({
    title: 'Garbled subtitles',
    aspect: 'garbled places',
    why: 'Characters were lost in a conversion; viewers see garbage, and it cannot be converted back.',
    mend: 'Export the subtitles again as UTF-8 from the program they were made with; do not edit the garbled file.',
    example: 'A 字幕.srt full of 锟斤拷',
    message: faultMessage('garbled place'),
  }),
  'subtitle/time-syntax': spotsText({
    title: 'Malformed times',
    aspect: 'malformed times',
    why: 'At a malformed time some players drop the cue, others show nothing from there on.',
    mend: TIME_SYNTAX_MEND,
    example: '00：00：01，000 -> 00：00：03，000',
    message: faultMessage('malformed time'),
    fix: fixOr(TIME_SYNTAX_MEND),
  }),
  'subtitle/time-range': spotsText({
    title: 'Impossible times',
    aspect: 'impossible times',
    why: 'A cue with minutes or seconds of 60 and more, or one that ends before it starts, is never shown.',
    mend: 'Set these times anew beside the video, in Subtitle Edit or Arctime; sizheng does not guess times.',
    example: '00:01:05,000 --> 00:01:02,000',
    message: faultMessage('impossible time'),
  }),
  'subtitle/index': spotsText({
    title: 'Cue numbers',
    aspect: 'wrong numbers',
    why: 'Most players ignore missing or repeated numbers; a few skip the cue.',
    mend: 'sizheng fix numbers the cues anew; so does opening and saving the file in Subtitle Edit.',
    example: 'Two cues numbered 12',
    message: faultMessage('wrong cue number'),
  }),
  'subtitle/blank-lines': spotsText({
    title: 'Blank lines',
    aspect: 'wrong blank lines',
    why: 'Without a blank line between two cues, the times of the second are shown as text; after a blank line inside a cue, the rest of its text is lost.',
    mend: BLANK_LINES_MEND,
    example: 'Two cues without a blank line between them',
    message: faultMessage('wrong blank line'),
    fix: fixOr(BLANK_LINES_MEND),
  }),
  'subtitle/empty-cue': spotsText({
    title: 'Empty cues',
    aspect: 'empty cues',
    why: 'A cue with times and no text has most likely lost its text.',
    mend: 'Add the text, or delete the cue in a subtitle program.',
    example: 'A cue with nothing but its times',
    message: (params) => `${cuesOf(params)} without text: ${spotsEn(params.spots, (spot) => placeEn(spot))}`,
  }),
  'subtitle/tags': spotsText({
    title: 'Codes in the text',
    aspect: 'faulty codes',
    why: 'Tags without a counterpart, and codes that players do not know, are shown on the screen as text.',
    mend: 'Delete these codes. If the SRT was made from ASS, export it again without styles from Subtitle Edit or Arctime.',
    example: '{\\an8} in an SRT',
    message: faultMessage('faulty code'),
  }),
  'subtitle/order': spotsText({
    title: 'Cues out of order',
    aspect: 'cues out of order',
    why: 'When time goes back, some players show nothing of what follows.',
    mend: ORDER_MEND,
    example: 'A cue at 00:05 behind one at 00:20',
    message: (params) => `${cuesOf(params)} out of order: ${spotsEn(params.spots, startEn)}`,
    fix: ({ doubtful }) =>
      doubtful
        ? 'Mend the times that cannot be relied on first, then run sizheng fix to put the cues in order.'
        : ORDER_MEND,
  }),
  'subtitle/duplicate-cue': spotsText({
    title: 'Repeated cues',
    aspect: 'repeated cues',
    why: 'The same words twice at the same time fill two lines of the screen; most likely something was pasted twice.',
    mend: 'Delete the second one in a subtitle program.',
    example: 'Two cues with the same times and words',
    message: (params) => `${cuesOf(params)} repeating an earlier one: ${quoted(params)}`,
  }),
  'subtitle/overlap': spotsText({
    title: 'Overlapping cues',
    aspect: 'longest overlap',
    why: 'The second cue appears while the first is still shown: they pile up or hide one another.',
    mend: 'Let the first cue end earlier: "Fix common errors" in Subtitle Edit does it for all at once.',
    example: 'One cue until 00:12.5, the next from 00:11',
    message: (params) =>
      `${cuesOf(params)} overlapping the one before${params.limit > 0 ? ` by more than ${seconds(params.limit)}` : ''}: ${inSeconds(params.spots)}`,
  }),
  'subtitle/min-duration': spotsText({
    title: 'Cues too short to read',
    aspect: 'shortest cue',
    why: 'A cue shorter than five sixths of a second is gone before it is read.',
    mend: 'Make these cues longer, or join them with a neighbour.',
    example: 'A cue of 0.3 s',
    message: (params) =>
      `${cuesOf(params)} too short to read: ${inSeconds(params.spots)} (at least ${atLeast(params.limit, params.spots)})`,
  }),
  'subtitle/max-duration': spotsText({
    title: 'Cues that stay too long',
    aspect: 'longest cue',
    why: 'A cue that stays too long has a wrong end, or holds a sentence that should have been divided.',
    mend: 'Check when it ends; divide a long sentence into several cues.',
    example: 'A cue of 40 s',
    message: (params) =>
      `${cuesOf(params)} staying too long: ${inSeconds(params.spots)} (at most ${seconds(params.limit)})`,
  }),
  'subtitle/gap': spotsText({
    title: 'Cues too close together',
    aspect: 'shortest gap',
    why: 'With two frames between cues, the eye sees that the text has changed.',
    mend: 'Let the first cue end two frames earlier: "Fix common errors" in Subtitle Edit does it for all at once.',
    example: 'A cue that follows on the one before at once',
    message: (params) =>
      `${cuesOf(params)} too close to the one before: ${inSeconds(params.spots)} (at least ${countEn(params.frames, 'frame')}, ${seconds(params.limit)})`,
  }),
  'subtitle/line-length': spotsText({
    title: 'Long lines',
    aspect: 'longest line',
    why: 'Course videos are usually held to 20 characters a line (half-width ones count half): longer ones are not read at a glance, and wrap on phones.',
    mend: 'Divide the cue into two where the speaker pauses.',
    example: 'A line of 28 characters',
    message: (params) => `${cuesOf(params)} with a line too long: ${byScript(params, WIDTH_WORDS)}`,
  }),
  'subtitle/lines': spotsText({
    title: 'Too many lines',
    aspect: 'lines in a cue',
    why: 'Chinese is best in one line (with a line of the other language where there are two); more than two lines cover the picture.',
    mend: 'Join lines that fit into one; divide what does not fit into two cues.',
    example: 'A cue of three lines',
    message: (params) => {
      const counted = params.per === 'cue' ? 'line' : 'Chinese line';
      const told = spotsEn(params.spots, (spot) => `${placeEn(spot)} (${countEn(spot.value, counted)})`);
      const what =
        params.per === 'cue' ? `of more than ${countEn(params.limit, 'line')}` : 'with Chinese over several lines';
      return `${cuesOf(params)} ${what}: ${told}`;
    },
  }),
  'subtitle/reading-speed': spotsText({
    title: 'Too fast to read',
    aspect: 'fastest cue',
    why: 'Over 9 Chinese characters a second readers must hurry, over 11 most do not finish (each language counted by itself).',
    mend: 'Give these cues more time, or cut words that can be spared; Subtitle Edit shows characters per second.',
    example: '30 characters in 2 s',
    message: (params) => `${cuesOf(params)} too fast to read: ${byScript(params, SPEED_WORDS)}`,
  }),
  'subtitle/traditional': spotsText({
    title: 'Traditional or variant characters',
    aspect: 'cues with traditional characters',
    why: "Subtitles are due in standard characters (China's law on the national language); names and calligraphy are exempt.",
    mend: 'Change them to simplified characters: open the file in Notepad, copy all of it into Word, convert it there (Review, Traditional to Simplified), copy it back and save it as UTF-8. Read it through afterwards; what is meant to stay may stay.',
    example: '我們, 週末',
    message: (params) =>
      params.mostly
        ? `"${params.path}" is mostly in traditional characters: ${params.spots.length} of ${countEn(params.cues, 'Chinese cue')} have traditional or variant characters, such as ${quoted(params)}`
        : `${cuesOf(params)} with traditional or variant characters: ${quoted(params)}`,
  }),
  'subtitle/punctuation': spotsText({
    title: 'Punctuation in subtitles',
    aspect: 'cues with punctuation',
    why: 'This spec wants none: Chinese course video standards put spaces in its place, and keep book title marks, quotation marks, middle dots and dashes only.',
    mend: 'Put spaces for marks inside a sentence and delete those at its end.',
    example: '大家好，我们开始吧。',
    message: (params) => `${cuesOf(params)} with punctuation: ${quoted(params)}`,
  }),
  'subtitle/past-end': {
    title: 'Subtitles past the end of the video',
    aspect: 'last cue',
    why: 'Nobody sees a cue after the end of the video; most likely the video was cut later, or these are the wrong subtitles.',
    mend: PAST_END_MEND,
    example: 'A video of 15:20 with subtitles until 18:05',
    message: ({ path, videoMs, lastMs, cues, cuesAfterEnd, mostAfterEnd }) => {
      const end = `the video ends at ${formatDuration(videoMs, true)}`;
      if (mostAfterEnd)
        return `"${path}" looks like the subtitles of another video: ${end}, and ${cuesAfterEnd} of ${countEn(cues, 'cue')} come after that`;
      const after = cuesAfterEnd === 0 ? '' : `, ${countEn(cuesAfterEnd, 'cue')} after that`;
      return `"${path}" goes on until ${formatDuration(lastMs, true)}; ${end}${after}`;
    },
    fix: ({ mostAfterEnd }) => (mostAfterEnd ? "Check it, and put in this video's own subtitles." : PAST_END_MEND),
  },
  'subtitle/coverage': {
    title: 'Gaps in the subtitles',
    aspect: 'time under subtitles',
    why: 'From its first cue to its last, a lecture usually has subtitles for more than 80% of the time; much less means that a part is missing.',
    mend: 'Check beside the video whether something was left out; pauses on purpose (exercises, clips) may stay.',
    example: '8 minutes of subtitles in a lesson of 20 minutes',
    message: ({ path, percent, limitPercent }) =>
      `"${path}" covers only ${percent}% of the time from its first cue to its last (usually at least ${limitPercent}%)`,
  },
  'subtitle/tail': {
    title: 'No subtitles at the end',
    aspect: 'last cue and length of the video',
    why: 'Subtitles that stop early are most likely unfinished, or an older version.',
    mend: 'Check whether anybody still speaks after that; finish what is not done and export it again. Music and credits need no subtitles.',
    example: 'A video of 18:00 with subtitles until 12:30',
    message: ({ path, lastMs, videoMs, largePercent }) => {
      const share = largePercent === null ? '' : `, ${largePercent}% of it`;
      return `"${path}" stops at ${formatDuration(lastMs)}; the last ${formatDuration(videoMs - lastMs)} of the video${share} have no subtitles`;
    },
  },
};
