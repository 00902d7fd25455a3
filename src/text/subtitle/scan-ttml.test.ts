import { expect, it } from 'vitest';
import { scanSubtitle } from './scan.ts';

const TTML = `<?xml version="1.0"?>
<tt xmlns="http://www.w3.org/ns/ttml"><body><div>
<p begin="00:00:01.500" end="00:00:02.000">一 &amp;
  二<br/><span>三</span></p>
<tt:p begin="2.5s" dur="1500ms">四</tt:p><pre/>
<p begin="10f">五</p>
</div></body></tt>`;

it('is read as far as to say what it holds', () => {
  const { cues, faults, lineCount } = scanSubtitle(TTML, 'ttml');
  expect(
    cues.map(({ timeLine, startMs, endMs, text }) => [timeLine, startMs, endMs, ...text.map(({ raw }) => raw)]),
  ).toEqual([
    [3, 1500, 2000, '一 & 二', '三'],
    [5, 2500, 4000, '四'],
  ]);
  expect(faults).toMatchObject([{ detail: 'not-a-time', line: 6 }]);
  expect(lineCount).toBe(7);
});

it('keeps what stood before a fault of XML', () => {
  expect(scanSubtitle(TTML.slice(0, TTML.indexOf('四')), 'ttml').cues).toHaveLength(1);
});
