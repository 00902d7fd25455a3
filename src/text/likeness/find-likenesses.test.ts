import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TemplateTexts } from '../../model/rule.ts';
import type { LikenessParams } from '../../model/text-params.ts';
import { packageRoot } from '../../util/package-root.ts';
import { templateTexts } from '../templates.ts';
import { type ComparableText, findLikenesses } from './find-likenesses.ts';

const TEXTS = join(packageRoot(), 'fixtures', 'texts');
type Known = Pick<TemplateTexts, 'lines'>;

const NOTHING: Known = { lines: new Set() };
const ALL = { infoPercent: 0 };
const USUAL = { infoPercent: 8 };

function fixture(name: string): string {
  return readFileSync(join(TEXTS, name), 'utf8');
}

/** A text of a work of its own, one block a line. */
function text(name: string, content: string, change: Partial<ComparableText> = {}): ComparableText {
  const lines = content.split('\n');
  const blocks = lines.map((line, index) => ({ text: line, at: { line: index + 1 } }));
  return { name, path: name, item: { id: name, status: 'selected' }, blocks: () => blocks, ...change };
}

/** Han characters that differ from text to text: as unlike as texts can be. */
function unlike(seed: number, length: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCodePoint(0x4e00 + ((state >>> 12) % 5000));
  }).join('');
}

/** All likenesses in order of their texts. */
function likenesses(texts: readonly ComparableText[], known: Known = NOTHING, limits = USUAL): LikenessParams[] {
  return [...findLikenesses(texts, known, limits).values()].flat();
}

/** An intro has words of its own lesson in it. */
function workOf(name: string): string {
  return name.replace(/^(?:intro|lesson)-(\d).*/, 'lesson $1');
}

describe('texts that have nothing to do with one another', () => {
  it('are hardly alike: those of the good submission', () => {
    const names = readdirSync(TEXTS).filter((name) => /\.(?:md|txt)$/.test(name));
    const texts = names.map((name) => text(name, fixture(name), { item: { id: workOf(name), status: 'selected' } }));
    const found = likenesses(texts, NOTHING, ALL);
    expect(texts).toHaveLength(30);
    expect(found.length).toBeGreaterThan(0);
    expect(Math.max(...found.map(({ percent }) => percent))).toBeLessThan(5);
  });

  it('are hardly alike in English either, though any two share most of their letters', () => {
    const words = 'sleep stress friend school teacher lesson breath evening morning letter garden window'.split(' ');
    const english = (seed: number) =>
      Array.from(unlike(seed, 400), (character) => words[(character.codePointAt(0) as number) % words.length]).join(
        ' ',
      );
    expect(likenesses([text('a', english(1)), text('b', english(2))], NOTHING, USUAL)).toEqual([]);
  });
});

/** The first text with a passage from the middle of the second in place of as many of its own characters. */
function withCopied(own: string, source: string, share: number): string {
  const length = Math.round(share * own.length);
  const start = Math.floor((source.length - length) / 2);
  return own.slice(length) + source.slice(start, start + length);
}

describe('a text with a part of another in it', () => {
  it.each([
    ['a tenth', 0.1, 8, 14],
    ['three tenths', 0.3, 25, 39],
    ['six tenths', 0.6, 50, 70],
    ['all', 1, 90, 100],
  ])('%s', (_, share, least, most) => {
    const [source, own] = [fixture('lesson-3.txt'), fixture('lesson-2.txt')];
    const [found, ...others] = likenesses([text('a', source), text('b', withCopied(own, source, share))]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ path: 'b', other: 'a', otherItem: 'a', untold: 0 });
    expect(found?.percent).toBeGreaterThanOrEqual(least);
    expect(found?.percent).toBeLessThanOrEqual(most);
    expect(found?.runs[0]?.characters).toBeGreaterThan(200);
  });

  it('a short one that stands whole in a long one', () => {
    const lesson = fixture('lesson-1.txt');
    expect(likenesses([text('a', lesson.slice(300, 700)), text('b', lesson)])).toMatchObject([{ percent: 100 }]);
  });

  it('one phrase after another, none of them long', () => {
    const [source, own] = [unlike(1, 600), unlike(2, 600)];
    const patched = Array.from(
      { length: 20 },
      (_, n) => source.slice(30 * n, 30 * n + 20) + own.slice(30 * n, 30 * n + 10),
    );
    const [found] = likenesses([text('a', source), text('b', patched.join(''))]);
    expect(found?.percent).toBeGreaterThan(40);
    expect(found?.runs.map(({ characters }) => characters)).toEqual([20, 20, 20]);
  });
});

describe('a copy is found in disguise:', () => {
  const PLAN = fixture('plan-2.md');
  const wide = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0);

  it.each<[string, (plan: string) => string]>([
    ['other punctuation', (plan) => plan.replace(/[，。、；]/g, ' … ')],
    ['no punctuation', (plan) => plan.replace(/[^\p{L}\p{N}\n]/gu, '')],
    ['no line breaks', (plan) => plan.replace(/\s+/g, '')],
    ['a line for every six characters', (plan) => plan.replace(/\s+/g, '').replace(/.{6}/gu, '$&\n')],
    ['a space after every character', (plan) => plan.replace(/\p{L}/gu, '$& ')],
    ['full-width letters and digits', (plan) => plan.replace(/[a-z\d]/gi, wide)],
    ['capitals', (plan) => plan.toUpperCase()],
    ['characters that are not seen', (plan) => plan.replace(/\p{L}/gu, '$&\u200b')],
    ['paragraphs in another order', (plan) => plan.split('\n\n').reverse().join('\n\n')],
  ])('%s', (_, disguise) => {
    const [found] = likenesses([text('a', PLAN), text('b', disguise(PLAN))]);
    expect(found?.percent).toBeGreaterThanOrEqual(90);
    expect(found?.runs[0]?.characters).toBeGreaterThan(100);
  });
});

describe('which texts are compared', () => {
  const LIKE = unlike(3, 500);
  const work = (id: string, status: 'selected' | 'candidate' = 'selected') => ({ item: { id, status } });

  it('none of one work', () => {
    expect(likenesses([text('a.docx', LIKE, work('w')), text('a.srt', LIKE, work('w'))])).toEqual([]);
  });

  it('not the same file twice, which is told of as such', () => {
    const [one, other] = [{ sha256: '01' }, { sha256: '02' }];
    expect(likenesses([text('a', LIKE, one), text('b', LIKE, one)])).toEqual([]);
    expect(likenesses([text('a', LIKE, one), text('b', LIKE, other)])).toHaveLength(1);
    expect(likenesses([text('a', LIKE), text('b', LIKE)])).toHaveLength(1);
  });

  it.each([
    [199, false],
    [200, true],
  ])('with %i characters: %s', (length, isCompared) => {
    const texts = [text('a', LIKE.slice(0, length)), text('b', LIKE)];
    expect(findLikenesses(texts, NOTHING, USUAL).has('a')).toBe(isCompared);
    expect(likenesses(texts)).toHaveLength(isCompared ? 1 : 0);
  });

  it('not one that says the same thing over and over', () => {
    const texts = [text('a', '哈'.repeat(3000)), text('b', `${'哈'.repeat(3000)}${LIKE}`)];
    expect([...findLikenesses(texts, NOTHING, USUAL)]).toEqual([['b', []]]);
  });

  it('without headers, comments and properties', () => {
    const aside = { text: LIKE, at: { part: 'comment', paragraph: 1 } } as const;
    const own = text('b', unlike(4, 500));
    expect(likenesses([text('a', LIKE), { ...own, blocks: () => [...own.blocks(), aside] }])).toEqual([]);
    const note = { text: LIKE, at: { part: 'footnote', paragraph: 1 } } as const;
    expect(likenesses([text('a', LIKE), { ...own, blocks: () => [...own.blocks(), note] }])).toMatchObject([
      { runs: [{ at: { part: 'footnote' } }] },
    ]);
  });

  it('a pair once: the later path has it, a candidate before a selected one', () => {
    const pairs = (texts: ComparableText[]) => likenesses(texts).map(({ path, other }) => `${path} < ${other}`);
    expect(pairs([text('b', LIKE), text('a', LIKE)])).toEqual(['b < a']);
    expect(pairs([text('a', LIKE, work('w', 'candidate')), text('b', LIKE)])).toEqual(['a < b']);
  });

  it('in whatever order they come', () => {
    const texts = [1, 2, 3, 4].map((n) => text(`t${n}`, unlike(n, 300) + LIKE));
    expect([...findLikenesses(texts.toReversed(), NOTHING, USUAL)]).toEqual([...findLikenesses(texts, NOTHING, USUAL)]);
  });
});

describe('what is nobody’s own', () => {
  const QUOTED = '引导学生排解在线学习中的困扰、疏导学生心理压力、培育学生积极心态，并向全国高校教师推荐优秀成果';
  const TEMPLATE = readFileSync(join(packageRoot(), 'templates', 'workspace', '案例模板.md'), 'utf8');
  const filled = (seed: number) => TEMPLATE.replace(/【请填写：[^】]+】/g, (_, at) => unlike(seed + at, 30));

  it('a form that two filled in', () => {
    const texts = [text('a', filled(1)), text('b', filled(1000))];
    expect(likenesses(texts)).toMatchObject([{ percent: expect.any(Number) }]);
    expect(likenesses(texts, templateTexts([TEMPLATE]), { infoPercent: 1 })).toEqual([]);
  });

  it('a sentence quoted in the middle of a paragraph', () => {
    const texts = [1, 2].map((n) => text(`t${n}`, `${unlike(n, 200)}按照${QUOTED}的要求${unlike(n + 9, 50)}`));
    expect(likenesses(texts)).toHaveLength(1);
    expect(likenesses(texts, { lines: new Set([QUOTED]) }, { infoPercent: 1 })).toEqual([]);
  });

  it('is no part of a run’s length, which goes on behind it', () => {
    const [before, after] = [unlike(5, 100), unlike(6, 100)];
    const texts = [1, 2].map((n) => text(`t${n}`, `${unlike(n, 100)}${QUOTED}${before}${QUOTED}${after}${QUOTED}`));
    const [found] = likenesses(texts, { lines: new Set([QUOTED]) });
    expect(found?.runs[0]?.characters).toBeGreaterThanOrEqual(200);
    expect(found?.runs[0]?.characters).toBeLessThan(220);
    expect(found?.runs[0]?.text).toMatch(new RegExp(`^.{0,2}${before.slice(0, 9)}.*${after.slice(-4)}.{0,2}$`));
  });

  it('has an edge that is another text’s own', () => {
    const run = `${unlike(7, 20)}${QUOTED.slice(-3)}甲乙${unlike(8, 25)}`;
    const texts = [text('a', `${unlike(1, 300)}${QUOTED}甲乙${unlike(2, 9)}`)];
    for (const n of [3, 4]) texts.push(text(`t${n}`, unlike(n, 300) + run));
    expect(likenesses(texts, { lines: new Set([QUOTED]) })).toMatchObject([{ path: 't4', runs: [{ characters: 50 }] }]);
  });

  it('masked data, and what stands about them', () => {
    const masks = Array.from({ length: 100 }, (_, n) => `${unlike(n, 4)}****`).join('');
    const texts = [1, 2].map((n) => text(`t${n}`, unlike(n, 300) + masks));
    expect(likenesses(texts, NOTHING, ALL)).toEqual([]);
  });
});

describe('what many works have', () => {
  const REGULATION = unlike(11, 300);
  const quoting = (count: number) =>
    Array.from({ length: count }, (_, n) => text(`t${n}`, unlike(100 + n, 700) + REGULATION));

  it('is a copy in two of them, and a common source in half of a province', () => {
    expect(likenesses(quoting(2))).toMatchObject([{ percent: 29 }]);
    expect(likenesses([...quoting(30), text('x', unlike(99, 700))])).toEqual([]);
  });

  it('is a copy where it is all that they have', () => {
    const found = likenesses(Array.from({ length: 30 }, (_, n) => text(`t${n}`, REGULATION)));
    expect(new Set(found.map(({ percent }) => percent))).toEqual(new Set([100]));
    expect(found.filter(({ path }) => path === 't9')).toHaveLength(5);
    expect(found.filter(({ untold }) => untold > 0)).toHaveLength(24);
    expect(found.at(-1)?.untold).toBe(0);
  });
});

describe('the evidence', () => {
  const [a, b, c] = [unlike(21, 300), unlike(22, 30), unlike(23, 20)];
  const [found] = likenesses([
    text('a', `${a}\n${b}\n${c}\n${unlike(24, 50)}`),
    text('b', `${unlike(25, 60)}\n\n${c}，\n甲乙${b}\n${unlike(26, 90)}${a}`),
  ]);

  it('is the longest runs, with their places in both texts', () => {
    expect(found?.runs.map(({ characters, at, otherAt }) => [characters, at, otherAt])).toEqual([
      [300, { line: 5 }, { line: 1 }],
      [30, { line: 4 }, { line: 2 }],
      [20, { line: 3 }, { line: 3 }],
    ]);
  });

  it('shows the text as it stands, cut in the middle where it is long', () => {
    expect(found?.runs.map(({ text: shown }) => shown)).toEqual([`${a.slice(0, 30)}..${a.slice(-12)}`, b, c]);
  });

  it('shows a run over several lines in one', () => {
    const lines = 'Take a slow breath,\nthen let it go:\n\tseven seconds in and eight seconds out';
    const texts = [1, 2].map((n) => text(`t${n}`, `${unlike(n, 200)}\n${lines}\n${unlike(n + 5, 20)}`));
    expect(likenesses(texts, NOTHING, ALL)[0]?.runs[0]).toMatchObject({
      text: 'Take a slow breath, then let it go: seven seconds in and eight seconds out',
      characters: 15,
      at: { line: 2 },
    });
  });

  it('stays short whatever stands between its words', () => {
    const texts = [1, 2].map((n) => text(`t${n}`, `${unlike(n, 100)}${[...unlike(7, 130)].join('—'.repeat(5000))}`));
    expect(likenesses(texts)[0]?.runs[0]?.text.length).toBeLessThan(200);
  });
});

describe('time and memory are bounded', () => {
  const timed = (texts: ComparableText[]) => {
    const start = performance.now();
    findLikenesses(texts, NOTHING, USUAL);
    return performance.now() - start;
  };
  const many = (count: number, make: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => text(`t${n}`, make(n)));

  it.each<[string, ComparableText[]]>([
    ['300 documents', many(300, (n) => unlike(n, 3000))],
    ['one syllable', many(20, (n) => unlike(n, 250) + '哈'.repeat(100_000))],
    [
      'two syllables at random',
      many(4, (n) => unlike(n, 250) + unlike(n, 100_000).replace(/./gu, (c) => (c > '五' ? '哈' : '呵'))),
    ],
    ['one passage over and over', many(50, () => unlike(1, 300).repeat(100))],
    [
      'tables of numbered rows',
      many(4, (n) => Array.from({ length: 20_000 }, (_, row) => `${n * 1e6 + row} 某某大学`).join('')),
    ],
    ['one text in all works', many(300, () => unlike(1, 3000))],
  ])('%s', (_, texts) => expect(timed(texts)).toBeLessThan(15_000));
});

it('is the share of sequences that both have', () => {
  const PIECES = Array.from({ length: 12 }, (_, n) => unlike(40 + n, 60));
  const sequencesOf = (content: string) =>
    new Set(Array.from({ length: content.length - 4 }, (_, at) => content.slice(at, at + 5)));
  const contents = [1, 5, 7, 11].map((step, n) =>
    Array.from({ length: 8 }, (_, piece) => PIECES[(n + step * piece) % 12]).join(''),
  );
  const found = likenesses(
    contents.map((content, n) => text(`t${n}`, content)),
    NOTHING,
    ALL,
  );
  const shares = found.map(({ path, other, percent }) => ({ path, other, percent }));
  const expected = contents.flatMap((content, n) =>
    contents.slice(0, n).map((earlier, m) => {
      const [one, another] = [sequencesOf(content), sequencesOf(earlier)];
      const both = [...one].filter((sequence) => another.has(sequence)).length;
      return { path: `t${n}`, other: `t${m}`, percent: Math.floor((100 * both) / Math.min(one.size, another.size)) };
    }),
  );
  expect(shares).toHaveLength(6);
  expect(shares).toEqual(expect.arrayContaining(expected));
});
