/** Each fault with its mending, and what is left to a person. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { SubtitleFormat } from '../text/subtitle/formats.ts';
import { mendText } from './mend-text.ts';

function mend(text: string | Uint8Array, format: SubtitleFormat = 'srt') {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { fix, left, content } = mendText({ path: 'a', bytes, format }, { lineEnd: 'lf', srtName: null });
  return {
    text: content === null ? null : Buffer.from(content).toString(),
    changes: fix.changes.map(({ what }) => what),
    faults: fix.faults.map(({ detail, line }) => `${line} ${detail}`),
    left,
  };
}

const CUE_1 = '1\n00:00:01,000 --> 00:00:02,000\n你好\n';
const CUE_2 = '2\n00:00:03,000 --> 00:00:04,500\n再见\n';
const GOOD = `${CUE_1}\n${CUE_2}`;
const UNTOUCHED = { text: null, changes: [], faults: [], left: null };

describe('what is right is not touched', () => {
  it.each<[string, string, SubtitleFormat]>([
    ['SRT', GOOD, 'srt'],
    ['SRT without a last line end', GOOD.trimEnd(), 'srt'],
    ['blank lines too many between cues', `${CUE_1}\n\n\n${CUE_2}\n\n`, 'srt'],
    ['indexes with zeros', GOOD.replace(/^(\d)$/gm, '00$1'), 'srt'],
    [
      'WebVTT with names and comments',
      'WEBVTT\n\nNOTE x\n\n开头\n00:01.000 --> 00:02.000 align:start\n<v 甲>你好\n',
      'vtt',
    ],
    ['tags', GOOD.replace('你好', '<i>你好'), 'srt'],
  ])('%s', (_, text, format) => {
    expect(mend(text, format)).toMatchObject({ text: null, changes: [], left: null });
  });
});

describe('storage', () => {
  it.each(['gb18030', 'big5', 'utf-16le', 'utf-16be'])('%s to UTF-8', (encoding) => {
    const text = GOOD.replace('你好', '各位同學大家好，今天我們來談一談').replace('再见', '再見');
    const stored = iconv.encode(encoding === 'gb18030' ? GOOD.replace('你好', '各位同学大家好') : text, encoding, {
      addBOM: encoding.startsWith('utf'),
    });
    expect(mend(stored)).toMatchObject({ changes: ['encoding'], text: expect.stringContaining('大家好') });
    expect(mend(stored).text?.startsWith('1\n')).toBe(true);
  });

  it.each([
    ['a mark', `\uFEFF${GOOD}`, ['bom']],
    ['two marks', `\uFEFF\uFEFF${GOOD}`, ['bom']],
    ['CRLF', GOOD.replaceAll('\n', '\r\n'), ['line-ends']],
    ['CR', GOOD.replaceAll('\n', '\r'), ['line-ends']],
    ['line ends mixed', GOOD.replace('\n', '\r\n'), ['line-ends']],
  ])('%s', (_, text, changes) => {
    expect(mend(text)).toEqual({ ...UNTOUCHED, text: GOOD, changes });
  });

  it('CRLF where that is asked for', () => {
    const { content } = mendText(
      { path: 'a', bytes: Buffer.from(GOOD.trimEnd()), format: 'srt' },
      { lineEnd: 'crlf', srtName: null },
    );
    expect(Buffer.from(content ?? []).toString()).toBe(GOOD.trimEnd().replaceAll('\n', '\r\n'));
  });

  it('shows how a line reads, masked', () => {
    const bytes = iconv.encode(GOOD.replace('你好', '各位同学，我的手机是 13812345678'), 'gb18030');
    const { fix } = mendText({ path: 'a', bytes, format: 'srt' }, { lineEnd: 'lf', srtName: null });
    expect(fix.changes).toEqual([
      { what: 'encoding', from: 'gb2312', sample: { line: 3, text: '各位同学，我的手机是 138****5678' } },
    ]);
  });

  it.each([
    [
      'Western text',
      Buffer.from(GOOD.replace('你好', 'd\xe9j\xe0 vu, tr\xe8s bien').replace('再见', ''), 'latin1'),
      'undecodable',
    ],
    [
      'GBK with a broken byte, which could be Big5',
      Buffer.concat([iconv.encode(GOOD.repeat(3), 'gb18030'), Buffer.from([0xff, 0x0a])]),
      'undecodable',
    ],
    ['UTF-8 cut in a character', Buffer.concat([Buffer.from(GOOD), Buffer.from([0xe4, 0xbd])]), 'broken-bytes'],
    ['no cue', Buffer.from('你好\r\n'), 'no-cues'],
  ])('%s is left', (_, bytes, left) => {
    expect(mend(bytes)).toEqual({ ...UNTOUCHED, left });
  });

  it('U+FFFD that was written as a character stays one', () => {
    expect(mend(`${GOOD.replace('再见', '再\uFFFD')}`.replaceAll('\n', '\r\n')).text).toContain('再\uFFFD');
  });
});

describe('time lines', () => {
  it.each([
    ['full-width signs', '00：00：03，000 --> 00：00：04，500'],
    ['a short arrow', '00:00:03,000 -> 00:00:04,500'],
    ['an arrow of one sign', '00:00:03,000 → 00:00:04,500'],
    ['no space about the arrow', '00:00:03,000-->00:00:04,500'],
    ['points for commas', '00:00:03.000 --> 00:00:04.500'],
    ['one digit for the hours', '0:00:03,000 --> 0:00:04,500'],
    ['spaces inside', '00: 00: 03, 000 --> 00:00:04,500'],
  ])('%s', (_, times) => {
    const mended = mend(GOOD.replace('00:00:03,000 --> 00:00:04,500', times));
    expect(mended).toEqual({ ...UNTOUCHED, text: GOOD, changes: ['times'] });
  });

  it('of WebVTT, in its own form and with its settings', () => {
    const text = 'WEBVTT\n\n00：01.000 -> 00：02.000 align:start\n你好\n';
    expect(mend(text, 'vtt').text).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000 align:start\n你好\n');
  });

  it.each([
    ['seconds past 59', '00:00:61,000 --> 00:01:04,500'],
    ['end before start', '00:00:05,000 --> 00:00:04,500'],
    ['milliseconds of one digit', '00:00:03,5 --> 00:00:04,500'],
    ['no end', '00:00:03,000 -->'],
    ['no time at all', '00:OO:03,000 --> 00:00:04,500'],
  ])('%s is left as it stands, and nothing is numbered anew', (_, times) => {
    const text = GOOD.replace('00:00:03,000 --> 00:00:04,500', times).replace(/^1$/m, '7');
    const mended = mend(text);
    expect(mended.text).toBeNull();
    expect(mended.faults.length).toBeGreaterThan(0);
  });

  it('a fault that is certain is mended beside one that is not', () => {
    const text = `${GOOD}\n3\n00：00：05，000 -> 00:00:06,000\n好\n\n4\n00:00:71,000 --> 00:01:20,000\n吗\n`;
    const mended = mend(text);
    expect(mended.text).toBe(text.replace('00：00：05，000 -> 00:00:06,000', '00:00:05,000 --> 00:00:06,000'));
    expect(mended.faults).toEqual(['14 minutes-or-seconds']);
  });
});

describe('indexes, blank lines and order', () => {
  it.each<[string, string, string[]]>([
    ['no index', GOOD.replace('2\n00', '00'), ['indexes']],
    ['an index twice', GOOD.replace('2\n00', '1\n00'), ['indexes']],
    ['indexes that leave some out', GOOD.replace('1\n00', '4\n00').replace('2\n00', '8\n00'), ['indexes']],
    ['indexes from 0', GOOD.replace('1\n00', '0\n00').replace('2\n00', '1\n00'), ['indexes']],
    ['no blank line before an index', `${CUE_1}${CUE_2}`, ['blank-lines']],
    ['a blank line behind the index', GOOD.replace('2\n00', '2\n\n00'), ['blank-lines']],
    [
      'a blank line inside the words',
      GOOD.replace('再见', '再\n见').replace('再\n', '再\n\n').replace('再\n\n见', '再见'),
      [],
    ],
    ['no index and no blank line', GOOD.replace('\n2\n00', '00'), ['indexes', 'blank-lines']],
  ])('%s', (_, text, changes) => {
    const mended = mend(text);
    expect({ ...mended, text: mended.text ?? GOOD }).toEqual({
      ...UNTOUCHED,
      text: GOOD,
      changes: expect.arrayContaining(changes),
    });
    expect(mended.changes).toHaveLength(changes.length);
  });

  it.each(['#2', '2.', '[2]', '2:', '2、'])('%s, where it comes next, is an index', (index) => {
    expect(mend(GOOD.replace(/^2$/m, index))).toEqual({ ...UNTOUCHED, text: GOOD, changes: ['indexes'] });
  });

  it.each(['50%', '￥50', '第2题', '#7', '7.'])('%s may be words, and no number takes their place', (words) => {
    const { text, changes, faults } = mend(GOOD.replace(/^2$/m, words));
    expect({ text, changes }).toEqual({ text: null, changes: [] });
    expect(faults).toEqual(['5 not-a-number']);
    expect(mend(GOOD.replace('\n2\n', `${words}\n`)).text).toBe(GOOD.replace('\n2\n', `${words}\n\n2\n`));
  });

  it('what the scanner does not see to its end is left alone', () => {
    for (const lines of [30_000, 200_000])
      expect(mend(`${GOOD}\n${'0:0:1 --> x\n'.repeat(lines)}`).left).toBe('too-large');
  });

  it('what is shown is masked by what the lines above say of it', () => {
    const text = `${GOOD}\n学号：\n2021010101 00:00:08,000 -> 00:00:09,000\n好\n`;
    const { fix } = mendText({ path: 'a', bytes: Buffer.from(text), format: 'srt' }, { lineEnd: 'lf', srtName: null });
    expect(JSON.stringify(fix)).toContain('20******01');
    expect(JSON.stringify(fix)).not.toContain('2021010101');
  });

  it('a blank line inside the words of a cue', () => {
    const whole = GOOD.replace('你好', '你好\n各位');
    expect(mend(whole.replace('你好\n', '你好\n\n'))).toEqual({ ...UNTOUCHED, text: whole, changes: ['blank-lines'] });
  });

  it('cues out of order, with what stands before the first, and numbers that follow', () => {
    const third = '3\n00:00:00,100 --> 00:00:00,900\n先说\n一句\n';
    const [one, two] = [CUE_1.replace('1', '2'), CUE_2.replace('2', '3')];
    expect(mend(`${GOOD}\n${third}`)).toEqual({
      ...UNTOUCHED,
      text: `${third.replace('3', '1')}\n${one}\n${two}`,
      changes: ['order', 'indexes'],
    });
  });

  it('order is kept where a time is in doubt, and that is said', () => {
    const text = `${CUE_2.replace('2', '1')}\n${CUE_1.replace('1', '2')}\n3\n00:00:70,000 --> 00:01:30,000\n好\n`;
    expect(mend(text)).toEqual({ ...UNTOUCHED, faults: ['10 minutes-or-seconds'], left: 'order' });
  });

  it('WebVTT keeps its names, and comments between cues stay where they are', () => {
    const cues = ['乙\n00:03.000 --> 00:04.000\n再见\n', '甲\n00:01.000 --> 00:02.000\n你好\n'];
    expect(mend(`WEBVTT\n\n${cues.join('\n')}`, 'vtt').text).toBe(`WEBVTT\n\n${cues.toReversed().join('\n')}`);
    expect(mend(`WEBVTT\n\n${cues.join('\nNOTE 下一段\n\n')}`, 'vtt')).toEqual({ ...UNTOUCHED, left: 'order' });
  });
});
