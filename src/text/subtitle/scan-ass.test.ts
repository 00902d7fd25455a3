import { describe, expect, it } from 'vitest';
import { readMarkup } from './markup.ts';
import { scanSubtitle } from './scan.ts';

const HEAD = '[Script Info]\nTitle: 课\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\n';
const FORMAT = 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';
const event = (text: string, times = '0:00:01.00,0:00:02.50') => `Dialogue: 0,${times},Default,,0,0,0,,${text}\n`;

function read(text: string) {
  const { cues, faults } = scanSubtitle(text, 'ass');
  return {
    cues: cues.map(({ startMs, endMs, text: lines }) => [
      startMs,
      endMs,
      ...readMarkup(lines, 'ass').lines.map((line) => line.text),
    ]),
    faults: faults.map(({ line, detail, certain }) => `${line} ${detail}${certain ? '' : '?'}`),
  };
}

describe('events', () => {
  it.each<[string, string, unknown[]]>([
    ['commas in the text', HEAD + FORMAT + event('你好, 再见, {\\i1}各位{\\i0}'), [[1000, 2500, '你好, 再见, 各位']]],
    ['lines of the text', HEAD + FORMAT + event('一\\N二\\n三\\h四'), [[1000, 2500, '一', '二 三 四']]],
    [
      'another order of fields',
      `${HEAD}Format: Text, End, Start\nDialogue: 一,0:00:02.50,0:00:01.00\n`,
      [[1000, 2500, '一']],
    ],
    ['no order given', HEAD + event('一'), [[1000, 2500, '一']]],
    [
      'the order of version 3',
      `[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n${event('一').replace('0,', 'Marked=0,')}`,
      [[1000, 2500, '一']],
    ],
    ['no section at all', event('一'), [[1000, 2500, '一']]],
    [
      'remarks',
      `${HEAD}${FORMAT}; 注\nComment: 0,0:00:00.00,0:00:09.00,,,0,0,0,,改\n${event('{改过}一')}`,
      [[1000, 2500, '一']],
    ],
    ['sections behind', `${HEAD}${FORMAT}${event('一')}\n[Fonts]\nfontname: a\n0!%\n`, [[1000, 2500, '一']]],
    ['a drawing, which has no words', HEAD + FORMAT + event('{\\p1}m 0 0 l 10 10{\\p0}'), [[1000, 2500]]],
    ['words beside a drawing', HEAD + FORMAT + event('前{\\p2}m 0 0{\\p0\\pos(1,2)}后'), [[1000, 2500, '前后']]],
  ])('%s', (_, text, cues) => {
    expect(read(text)).toEqual({ cues, faults: [] });
  });

  it.each<[string, string, unknown[], string[]]>([
    ['full-width colons', event('一', '0：00：01.00,0:00:02.50'), [[1000, 2500, '一']], ['10 full-width']],
    [
      'a full-width colon behind the word',
      event('一').replace('Dialogue:', 'Dialogue：'),
      [[1000, 2500, '一']],
      ['10 full-width'],
    ],
    ['two digits of hours', event('一', '00:00:01.00,0:00:02.50'), [[1000, 2500, '一']], ['10 fields']],
    ['a comma for the point', event('一', '0:00:01.00,0:00:02'), [[1000, 2000, '一']], ['10 milliseconds']],
    ['milliseconds', event('一', '0:00:01.000,0:00:02.505'), [[1000, null, '一']], ['10 milliseconds?']],
    ['no time', event('一', '0:00:xx.00,0:00:02.50'), [], ['10 not-a-time?']],
    ['words before a time', event('一', 'a0:00:01.00,0:00:02.50'), [], ['10 not-a-time?']],
    ['full-width commas', event('一').replaceAll(',', '，'), [], ['10 not-a-time?']],
    ['an end before its start', event('一', '0:00:02.00,0:00:01.00'), [[2000, 1000, '一']], ['10 end-before-start?']],
    ['a line that was broken', event('一').replace('一', '一\n二'), [[1000, 2500, '一']], ['11 time-missing?']],
    ['no text', event('{\\an8}'), [[1000, 2500]], ['10 no-text?']],
    ['a code that does not end', event('{\\an8一'), [[1000, 2500, '{\\an8一']], ['10 unbalanced?']],
  ])('%s', (_, events, cues, faults) => {
    expect(read(HEAD + FORMAT + events)).toEqual({ cues, faults });
  });
});
