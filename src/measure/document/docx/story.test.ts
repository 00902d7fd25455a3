import { describe, expect, it } from 'vitest';
import { TextCollector } from '../../../text/document/collect.ts';
import { XmlError } from '../../../util/xml-scan.ts';
import { paragraph, run, textBox, xml } from './docx-for-tests.ts';
import { readStory, type StoryMarks, type StoryOptions } from './story.ts';
import { readHeadingLevels } from './styles.ts';

function read(body: string, options: StoryOptions = {}): StoryMarks {
  const marks: StoryMarks = {
    text: new TextCollector(),
    revisions: 0,
    firstRevision: null,
    commentIds: new Set(),
    firstComment: null,
    hasForeignText: false,
  };
  readStory(xml('w:document', body), marks, options);
  return marks;
}

/** `part paragraph: text`. */
function told(body: string, options?: StoryOptions): string[] {
  return read(body, options).text.blocks.map(({ text, at }) => `${at.part ?? 'body'} ${at.paragraph}: ${text}`);
}

describe('text', () => {
  it.each([
    ['white space', run(' 心理 健康 '), ' 心理 健康 '],
    ['references', run('a&amp;&#x4f60;'), 'a&你'],
    ['breaks and tabs', `${run('a')}<w:r><w:tab/><w:br/><w:cr/></w:r>${run('b')}`, 'a\t\n\nb'],
    ['tab stops', `<w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>${run('a')}`, 'a'],
    ['indentation between elements', `\n  ${run('a')}\n`, 'a'],
    ['a number in pieces', `${run('138')}<w:r><w:rPr><w:b/></w:rPr><w:t>0013</w:t></w:r>${run('8000')}`, '13800138000'],
    [
      'a hyphen that does not break',
      `${run('010')}<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>${run('6251')}`,
      '010-6251',
    ],
    ['hidden text', '<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>', 'a'],
    ['field codes', `<w:r><w:instrText>PAGE</w:instrText></w:r>${run('1')}`, '1'],
    ['formulas', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', 'x'],
    [
      'pinyin above a character',
      `<w:ruby><w:rt>${run('xīn')}</w:rt><w:rubyBase>${run('心')}</w:rubyBase></w:ruby>`,
      '心',
    ],
    [
      'content controls and links',
      `<w:sdt><w:sdtContent><w:hyperlink>${run('a')}</w:hyperlink></w:sdtContent></w:sdt>`,
      'a',
    ],
    ['another prefix', '<ns0:r><ns0:t>ab</ns0:t></ns0:r>', 'ab'],
  ])('%s', (_, inner, expected) => {
    expect(read(`<w:p>${inner}</w:p>`).text.blocks.map(({ text }) => text)).toEqual([expected]);
  });

  it('counts paragraphs with text, those in tables with the others', () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('学号')}${cell('姓名')}</w:tr></w:tbl>`;
    expect(told(`${paragraph('一')}<w:p/>${paragraph(' ')}${table}${paragraph('四')}`)).toEqual([
      'body 1: 一',
      'body 2: 学号',
      'body 3: 姓名',
      'body 4: 四',
    ]);
  });

  it('reads a text box once, and counts its paragraphs by themselves', () => {
    const anchored = `<w:p>${run('前')}${textBox(paragraph('甲') + paragraph('乙'))}${run('后')}</w:p>`;
    expect(told(anchored + paragraph('二'))).toEqual([
      'body 1: 前后',
      'body 2: 二',
      'text-box 1: 甲',
      'text-box 2: 乙',
    ]);
    expect(told(anchored, { part: 'header', counted: 4 })).toEqual(['header 5: 甲', 'header 6: 乙', 'header 7: 前后']);
  });

  it('tells of text that is another file inside the package', () => {
    expect(read('<w:altChunk r:id="rId1"/>').hasForeignText).toBe(true);
    expect(read(paragraph('a')).hasForeignText).toBe(false);
  });

  it.each([
    ['a document type', '<!DOCTYPE w:p [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:p>&x;</w:p>'],
    ['an entity', '<w:p><w:r><w:t>&x;</w:t></w:r></w:p>'],
    ['levels without end', '<w:p>'.repeat(2_000)],
  ])('refuses %s', (_, body) => {
    expect(() => read(body)).toThrow(XmlError);
  });
});

describe('headings', () => {
  const style = (id: string, inner: string) => `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`;
  const headings = readHeadingLevels(
    xml(
      'w:styles',
      [
        style('1', '<w:name w:val="heading 1"/><w:basedOn w:val="a"/>'),
        style('zh', '<w:name w:val="标题 3"/>'),
        style('own', '<w:name w:val="我的题目"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style('child', '<w:name w:val="子"/><w:basedOn w:val="own"/>'),
        style('a', '<w:name w:val="Normal"/><w:basedOn w:val="b"/>'),
        style('b', '<w:name w:val="circle"/><w:basedOn w:val="a"/>'),
      ].join(''),
    ),
  );

  it.each([
    ['the name of the style', '<w:pStyle w:val="1"/>', 1],
    ['its name in Chinese', '<w:pStyle w:val="zh"/>', 3],
    ['its outline level', '<w:pStyle w:val="own"/>', 2],
    ['the style it is based on', '<w:pStyle w:val="child"/>', 2],
    ['the paragraph itself', '<w:outlineLvl w:val="4"/>', 5],
    ['the paragraph over its style', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', undefined],
    ['styles in a circle', '<w:pStyle w:val="b"/>', undefined],
    ['a style that is not there', '<w:pStyle w:val="none"/>', undefined],
    ['what it was before a change', '<w:pPrChange><w:pPr><w:pStyle w:val="1"/></w:pPr></w:pPrChange>', undefined],
  ])('%s', (_, properties, expected) => {
    expect(read(paragraph('题目', properties), { headings }).text.blocks.map(({ heading }) => heading)).toEqual([
      expected,
    ]);
  });
});

describe('revisions', () => {
  it('keeps deleted text apart', () => {
    const body = `${paragraph('一')}<w:p>${run('留')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`;
    expect(told(body)).toEqual(['body 1: 一', 'body 2: 留', 'revision 2: 删']);
    expect(read(body)).toMatchObject({ revisions: 1, firstRevision: { paragraph: 2 } });
  });

  it('keeps the place apart that text was moved from, even as plain text', () => {
    const body = `<w:p><w:moveFrom>${run('移')}</w:moveFrom></w:p><w:p><w:moveTo>${run('移')}</w:moveTo></w:p>`;
    expect(told(body)).toEqual(['body 2: 移', 'revision 1: 移']);
    expect(read(body).revisions).toBe(2);
  });

  it.each([
    ['an insertion', `<w:ins w:id="1">${run('a')}</w:ins>`, 1],
    ['a paragraph mark', '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>', 1],
    ['a change of form', '<w:r><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>', 1],
    ['the ranges of a move', '<w:moveFromRangeStart/><w:moveFromRangeEnd/>', 0],
    ['no change', run('a'), 0],
  ])('counts %s', (_, inner, expected) => {
    expect(read(`<w:p>${inner}</w:p>`).revisions).toBe(expected);
  });

  it('finds the place of what lies between paragraphs', () => {
    const row = `<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>${paragraph('格')}</w:tc></w:tr></w:tbl>`;
    expect(read(paragraph('一') + row).firstRevision).toEqual({ paragraph: 2 });
    const section = '<w:sectPr><w:sectPrChange/></w:sectPr>';
    expect(read(paragraph('一') + section).firstRevision).toEqual({ paragraph: 1 });
    expect(read(section, { part: 'header' }).firstRevision).toEqual({ paragraph: 1, part: 'header' });
  });
});

it('finds the first paragraph with a comment', () => {
  const body = `${paragraph('一')}<w:p><w:commentRangeStart w:id="3"/>${run('二')}<w:r><w:commentReference w:id="3"/></w:r></w:p>`;
  const { commentIds, firstComment } = read(body);
  expect([[...commentIds], firstComment]).toEqual([['3'], { paragraph: 2 }]);
});
