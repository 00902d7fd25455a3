import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readSheet } from './sheet.ts';
import { makeSheet } from './write-sheet.ts';

const CATEGORIES = ['心理微课', '心理暖心贴士'];

describe('makeSheet', () => {
  it('has no work yet: the example is passed over', async () => {
    expect(await readSheet(await makeSheet(CATEGORIES), 'x')).toEqual([]);
  });

  it('explains each column on a second page', async () => {
    const [works, help] = await readWorkbook(Buffer.from(await makeSheet(CATEGORIES)));
    expect(help?.sheet).toBe('填写说明');
    for (const name of works?.data[0] ?? []) expect(help?.data.map(([first]) => first)).toContain(name);
  });

  it('gives the same bytes each time', async () => {
    expect(await makeSheet(CATEGORIES)).toEqual(await makeSheet(CATEGORIES));
  });

  it('offers the categories and the states to choose from, where words can be offered', async () => {
    const listsOf = async (categories: string[]) => {
      const xml = new TextDecoder().decode(unzipSync(await makeSheet(categories))['xl/worksheets/sheet1.xml']);
      return [...xml.matchAll(/sqref="(\w+:\w+)"><formula1>&quot;(.*?)&quot;/g)].map(([, range, words]) => [
        range,
        words,
      ]);
    };
    const states = ['I2:I1000', '入选,候选,撤下'];
    expect(await listsOf(CATEGORIES)).toEqual([['B2:B1000', '心理微课,心理暖心贴士'], states]);
    expect(await listsOf(['甲,乙'])).toEqual([states]);
  });

  it('keeps a category that looks like a formula as text', async () => {
    const [works] = await readWorkbook(Buffer.from(await makeSheet(['=1+1', 'a,"b"<c>'])));
    expect(works?.data[1]?.[1]).toBe('=1+1');
  });
});
