/** VTT, ASS and LRC as SRT, and what is not converted. */
import { describe, expect, it } from 'vitest';
import type { SubtitleFormat } from '../text/subtitle/formats.ts';
import { mendText } from './mend-text.ts';

function convert(text: string, format: SubtitleFormat) {
  const { fix, left, content } = mendText(
    { path: `a.${format}`, bytes: Buffer.from(text), format },
    { lineEnd: 'lf', srtName: 'a.srt' },
  );
  const change = fix.changes.find(({ what }) => what === 'format');
  return { text: content === null ? null : Buffer.from(content).toString(), change, left };
}

const converted = (from: string, cues: number, losses: object) => ({
  what: 'format',
  from,
  name: 'a.srt',
  cues,
  losses,
});

const VTT = `WEBVTT

STYLE
::cue { color: red }

NOTE 说明

开头
00:01.000 --> 00:02.000 align:start
<v 甲>你好 &amp; <i>各位</i>

00:03.000 --> 01:00:04.500
再见
同学
`;

const ASS = `[Script Info]
; 说明
[V4+ Styles]
Format: Name, Fontname
Style: Default,Arial
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:03.00,0:00:04.50,Default,,0,0,0,,{\\an8\\pos(1,2)}再见\\N同学
Comment: 0,0:00:03.00,0:00:04.50,Default,,0,0,0,,不显示
Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,你好，{\\i1}各位{\\i0}
Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}
`;

const LRC = `[ti:课]
[00:01.00]你好
[00:01.00]Hello
[00:03.00][00:07.50]再<00:03.50>见
[00:05.00]
[00:09.00]
`;

describe('converted', () => {
  it('WebVTT: tags and settings go but emphasis, entities are read', () => {
    expect(convert(VTT, 'vtt')).toEqual({
      text: '1\n00:00:01,000 --> 00:00:02,000\n你好 & <i>各位</i>\n\n2\n00:00:03,000 --> 01:00:04,500\n再见\n同学\n',
      change: converted('vtt', 2, { comments: 2, names: 1, positions: 1, speakers: 1 }),
      left: null,
    });
  });

  it('ASS: in order of time, without codes, drawings and comments', () => {
    expect(convert(ASS, 'ass')).toEqual({
      text: '1\n00:00:01,000 --> 00:00:02,000\n你好，<i>各位</i>\n\n2\n00:00:03,000 --> 00:00:04,500\n再见\n同学\n',
      change: converted('ass', 2, { comments: 2, drawings: 1, positions: 1, styles: 1 }),
      left: null,
    });
  });

  it('LRC: until the next stamp; what bears the same stamp is one cue', () => {
    expect(convert(LRC, 'lrc')).toEqual({
      text: [
        '1\n00:00:01,000 --> 00:00:03,000\n你好\nHello\n',
        '2\n00:00:03,000 --> 00:00:05,000\n再见\n',
        '3\n00:00:07,500 --> 00:00:09,000\n再见\n',
      ].join('\n'),
      change: converted('lrc', 3, { header: 1, 'word-times': 2 }),
      left: null,
    });
  });

  it('LRC whose length says when the last line ends', () => {
    expect(convert('[length:00:04]\n[00:01.00]你好\n', 'lrc').text).toBe('1\n00:00:01,000 --> 00:00:04,000\n你好\n');
  });

  it('a second time changes nothing', () => {
    const { text } = convert(VTT, 'vtt');
    expect(convert(text ?? '', 'srt')).toEqual({ text: null, change: undefined, left: null });
  });
});

describe('what a cue of ASS says beside its words', () => {
  const start = ASS.slice(0, ASS.indexOf('Style: '));
  const events = ASS.slice(ASS.indexOf('[Events]'), ASS.indexOf('Dialogue:'));
  const words = (text: string) => {
    const ass = `${start}${events}Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,${text}\n`;
    const converted = convert(ass, 'ass');
    const losses = converted.change?.what === 'format' ? converted.change.losses : {};
    const { comments: _, ...others } = losses;
    return [converted.text?.split('\n').slice(2).join('\n').trim(), others];
  };

  it.each<[string, string, string, object]>([
    ['a fade, a colour, italics', '{\\fad(200,200)\\i1\\c&HFF&}你好', '<i>你好</i>', { effects: 1, colours: 1 }],
    ['movement is no position', '{\\move(1,2,3,4)}你好', '你好', { effects: 1 }],
    ['each colour, and what shows through', '{\\3c&HFF&\\alpha&H80&}你好', '你好', { colours: 1 }],
    ['a cut out piece is no colour', '{\\clip(0,0,9,9)}你好', '你好', { effects: 1 }],
    ['a font', '{\\fn黑体\\fs40}你好', '你好', { styles: 1 }],
    ['strikeout; a shadow is none', '{\\s1}你{\\s0\\shad1}好', '你好', { strikeout: 1, styles: 1 }],
    [
      'over a line break, closed on each',
      '{\\b1}你好\\N{\\i1}各位{\\b0}同学',
      '<b>你好</b>\n<i><b>各位</b></i><i>同学</i>',
      {},
    ],
    ['weights', '{\\b700}重{\\b400}轻{\\b1}重{\\b}轻', '<b>重</b>轻<b>重</b>轻', {}],
    ['until all is taken back', '{\\u1\\i1}你{\\r}好', '<i><u>你</u></i>好', {}],
    [
      'blanks stay outside, and nothing is said of nothing',
      '{\\i1} 你好 {\\i0}{\\b1} {\\b0}各位',
      '<i>你好</i>  各位',
      {},
    ],
    ['past a drawing', '{\\p1\\i1}m 0 0{\\p0}你好', '<i>你好</i>', { drawings: 1 }],
    ['outside of braces letters are letters', '\\i1 \\c&HFF& 你好', '\\i1 \\c&HFF& 你好', {}],
    ['longer names are others', '{\\iclip(1,2,3,4)\\be1\\blur2}你好', '你好', { effects: 1, styles: 1 }],
    ['characters of its own in the place of marks', '{\\i1}\uFDD3你好', '\uFDD3你好', {}],
  ])('%s', (_, text, seen, losses) => {
    expect(words(text)).toEqual([seen, losses]);
  });
});

describe('not converted, but mended where it stands', () => {
  it.each<[string, string, SubtitleFormat, string]>([
    ['LRC without an end', '[00:01.00]你好\n[00:03.00]再见', 'lrc', 'no-end'],
    ['LRC with a length before the last line', '[length:00:02]\n[00:01.00]你好\n[00:03.00]再见', 'lrc', 'no-end'],
    ['LRC with an offset', '[offset:+500]\n[00:01.00]你好\n[00:03.00]', 'lrc', 'offset'],
    ['LRC with a line that says nothing', '[00:01.00]你好\n［00：02］\n[00:03.00]', 'lrc', 'unsure-times'],
    ['a time in doubt', VTT.replace('00:02.000', '00:72.000'), 'vtt', 'unsure-times'],
    ['past 24 hours', VTT.replace('01:00:04.500', '25:00:04.500'), 'vtt', 'past-a-day'],
    ['TTML', '<tt><body><div><p begin="1s" end="2s">a</p></div></body></tt>', 'ttml', 'no-conversion'],
    ['words that read as a time line', VTT.replace('再见', '9:00 &#45;&#45;&gt; 10:00'), 'vtt', 'no-conversion'],
  ])('%s', (_, text, format, left) => {
    expect(convert(text, format)).toEqual({ text: null, change: undefined, left });
    if (format !== 'ttml') expect(convert(text.replaceAll('\n', '\r\n'), format)).toMatchObject({ text, left });
  });
});
