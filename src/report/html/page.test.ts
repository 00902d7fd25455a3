import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import type { Report, ReportItem } from '../../model/report.ts';
import { relativeUri } from './links.ts';
import type { HtmlOptions } from './options.ts';
import { renderHtml } from './page.ts';
import {
  assetOf,
  findingOf,
  frameAt,
  inPackage,
  itemOf,
  LESSON,
  missing,
  optionsOf,
  plannedAsset,
  reportOf,
  rowOf,
  SUBTITLE,
  SUBTITLE_FACTS,
} from './reports-for-tests.ts';
import { timeLeft } from './verdict.ts';

const page = (change: Partial<Report> = {}, options: Partial<HtmlOptions> = {}) =>
  renderHtml(reportOf(change), optionsOf('zh-CN', options));

const PASSED: Partial<Report> = { verdict: 'pass', exitCode: 0, findings: [], verdicts: [] };

/** Every tag with its attributes' names, and whether each stands in quotes. */
function tagsOf(text: string): string[] {
  const body = text.replace(/<(style|script)>.*?<\/\1>/gs, '<$1>');
  return [...body.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, '=""'));
}

/** What stands in the element, without tags. */
function textOf(text: string, id: string): string {
  const from = text.indexOf(`id="${id}"`);
  const to = text.indexOf('</p>\n</li>', from);
  return text.slice(text.indexOf('>', from) + 1, to).replace(/<[^>]*>/g, '');
}

const HOSTILE = [
  'R&D "终稿" <1>]]>.mp4',
  '</script><script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  `' onmouseover='alert(1)" x="`,
  '</bdi></li></ul></article></main>',
  '<!-- --!> <![CDATA[ {works} `',
  'javascript:alert(1)//https://example.org/a.png',
  'a\u202Egpj.exe\u2066\u200F',
  '\0\u0007\u001B[31m\r\n\u2028\uFFFE\uD800',
  '名'.repeat(300),
  '__proto__',
];

describe('words of strangers', () => {
  const plainReport = reportOf({}, (text) => `x${text}`);
  const plain = renderHtml(plainReport, optionsOf());
  const plainPacked = tagsOf(inPackage(plainReport, { assets: [plannedAsset('x', 'x', null)] }, 'en'));

  it.each(HOSTILE)('%j changes no tag and no attribute', (word) => {
    // In front, so that what a name begins with (a number) is the same; and in every field that is theirs.
    const report = reportOf({}, (text) => `x${word}${text}`);
    expect(tagsOf(renderHtml(report, optionsOf()))).toEqual(tagsOf(plain));
    const packed = inPackage(report, { assets: [plannedAsset(word, word, null)] }, 'en');
    expect(packed).not.toMatch(/href="(?!#|\.\/|data:,)/);
    expect(tagsOf(packed)).toEqual(plainPacked);
  });

  it('are shown as they are, but for what hides or turns', () => {
    const text = renderHtml(
      reportOf({}, (words) => `${words}\u202E<`),
      optionsOf(),
    );
    expect(missing(text, '<bdi>情绪管理\\u{202E}&lt;</bdi>')).toEqual([]);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });
});

describe('the page', () => {
  const text = page();

  it('tells every finding in a place of its own, with what to do', () => {
    const { findings } = reportOf();
    const distinct = findings.map((finding, index) => ({
      ...finding,
      message: `问题${index}号`,
      fix: `办法${index}号`,
    }));
    const told = page({ findings: distinct });
    for (const [index, { message, fix, rule }] of distinct.entries()) {
      const words = textOf(told, `finding-${index + 1}`);
      expect(missing(words, message)).toEqual([]);
      expect(missing(words, `办法：${fix}`)).toEqual([]);
      expect(missing(words, rule)).toEqual([]);
    }
    expect(told.match(/data-grade=/g)).toHaveLength(distinct.length);
  });

  it('has ids once, and every link into it leads somewhere', () => {
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const goals = [...text.matchAll(/(?:href="#|url\(#|aria-labelledby=")([^")]+)/g)].map(([, id]) => id);
    expect(goals.filter((id) => !ids.includes(id))).toEqual([]);
    expect(goals.length).toBeGreaterThan(20);
  });

  it('has headings in order', () => {
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
  });

  it('lets nothing run but its own style and script, and has no other', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    expect(policy).toMatch(/^default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-/);
    expect(policy).not.toContain('unsafe');
    for (const tag of ['style', 'script']) {
      const blocks = [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))];
      const digests = blocks.map(([, inner = '']) => createHash('sha256').update(inner).digest('base64'));
      expect(digests).toHaveLength(1);
      expect(policy).toContain(`${tag}-src &#39;sha256-${digests[0]}&#39;`);
    }
    expect(tagsOf(text).filter((tag) => / (?:style|on\w+|srcset|action)=/.test(tag))).toEqual([]);
  });

  it('hides what is of no use without a script', () => {
    expect(text).toMatch(/<form id="filters"[^>]* hidden>/);
    expect(text).toMatch(/<p class="now" id="now"[^>]* hidden>/);
    expect(text).toMatch(/<p id="nothing" hidden>/);
  });

  it('fetches nothing', () => {
    const sources = [...text.matchAll(/ (?:src|href|xlink:href|data)="([^"]*)"/g)].map(([, target]) => target ?? '');
    expect(sources.filter((target) => !/^(?:#|data:)/.test(target))).toEqual([]);
    expect(text).not.toMatch(/@import|url\((?!#)/);
  });

  it('has a script that is one, and holds nothing of the report', () => {
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(text) ?? [];
    expect(() => new Script(script)).not.toThrow();
    expect(script.split('\n').length).toBeLessThan(150);
    expect(missing(page(PASSED), `<script>${script}</script>`)).toEqual([]);
  });

  it.each(LANGUAGES)('is whole in %s', (language) => {
    const told = renderHtml(reportOf(), optionsOf(language));
    expect(missing(told, `<html lang="${language}">`)).toEqual([]);
    const words = told.replace(/<(style|script)>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' ');
    expect(words.match(/.{0,20}(?:undefined|NaN|\[object|\{\w+\}).{0,20}/g)).toBeNull();
  });

  it('is the same for the same report', () => {
    expect(page()).toBe(text);
  });

  it('stays small with a hundred works and their frames', () => {
    const dataUri = `data:image/jpeg;base64,${'A'.repeat(16_000)}`;
    const [work] = reportOf().items;
    const items = Array.from({ length: 100 }, (_, index) => {
      const id = `心理微课/${index + 1}-课`;
      return { ...(work as NonNullable<typeof work>), id, assets: [assetOf('video', `${id}/微课.mp4`, null)] };
    });
    const frames = new Map(
      items.map(({ id }) => [`${id}/微课.mp4`, [1, 2, 3, 4, 5, 6].map((minute) => frameAt(minute * 60_000, dataUri))]),
    );
    const size = Buffer.byteLength(page({ items, findings: [] }, { frames }));
    expect(size).toBeGreaterThan(600 * 16_000);
    expect(size).toBeLessThan(15e6);
  });
});

describe('the head', () => {
  it('says whether it can be handed in', () => {
    expect(missing(page(), '<p class="headline">还不能报送</p>')).toEqual([]);
    expect(missing(page(), '2 处须整改，另有 2 条提醒（不影响报送）')).toEqual([]);
    expect(missing(page(PASSED), '<p class="headline">可以报送</p>')).toEqual([]);
    expect(missing(page({ ...PASSED, partial: true }), '可以报送')).toHaveLength(1);
  });

  it.each([
    ['2027-06-05T02:00:00.000Z', '还有 4 天 14 小时', '还有 5 天 14 小时'],
    ['2027-06-09T14:58:00.000Z', '还有 1 小时 2 分', '还有 1 天 1 小时'],
    ['2027-06-09T16:00:00.000Z', '已过 0 小时 0 分', '还有 1 天 0 小时'],
    ['2027-06-12T17:30:00.000Z', '已过 3 天 1 小时', '已过 2 天 1 小时'],
  ])('counts from %s: %s, %s', (at, prudent, latest) => {
    const told = page({ at });
    expect(missing(told, `2027-06-09 24:00</dd><dd class="left">${prudent}<`)).toEqual([]);
    expect(missing(told, `2027-06-10 24:00</dd><dd class="left">${latest}<`)).toEqual([]);
  });

  it('leaves the reader’s clock alone where the check’s was set by hand', () => {
    expect(missing(page(), 'data-until="1812556800000"')).toEqual([]);
    expect(missing(page({ atGiven: true }), 'data-until="')).toHaveLength(1);
    expect(missing(page({ deadline: null }), 'class="deadline"')).toHaveLength(1);
  });

  it('rounds what is left down', () => {
    const { words } = optionsOf('en');
    expect([59_999, 60_000, 86_399_999, 86_400_000].map((ms) => timeLeft(ms, words))).toEqual([
      '0 h 0 min left',
      '0 h 1 min left',
      '23 h 59 min left',
      '1 d 0 h left',
    ]);
  });
});

describe('quotas', () => {
  const cells = (text: string) =>
    [...text.matchAll(/<rect class="(\w+)" y="1" width="100%" height="16"/g)].map(([, part]) => part);

  it.each([
    [{ found: 4, valid: 3, missing: 1 }, ['valid', 'valid', 'valid', 'faulty', 'missing', ...Array(5).fill('open')]],
    [{ found: 11, valid: 11, missing: 0, excess: 1 }, Array(11).fill('valid')],
    [{ found: 50, valid: 40, missing: 0, min: null, max: null }, ['valid', 'faulty']],
    [{ found: 0, valid: 0, missing: 0, min: null, max: null }, []],
  ])('%j', (row, expected) => {
    expect(cells(page({ ledger: [rowOf(row)] }))).toEqual(expected);
  });

  it('say in words what the bar shows', () => {
    const told = page({ ledger: [rowOf({ found: 12, valid: 11, missing: 0, excess: 2 })] });
    expect(missing(told, 'aria-label="合格 11 门，须整改 1 门，多 2 门"')).toEqual([]);
    expect(missing(told, '名额上限')).toEqual([]);
    expect(missing(page({ ledger: [] }), '没有核对名额')).toEqual([]);
  });
});

describe('a work', () => {
  const text = page();
  const card = text.slice(text.indexOf('id="work-1"'), text.indexOf('id="work-3"'));

  it('shows what was measured against what was asked, in the order of the letter', () => {
    const rows = [...card.matchAll(/<th scope="row">(.*?)<\/tr>/gs)].map(([, row = '']) =>
      row.replace(/(?:\s*<[^>]*>)+\s*/g, '|'),
    );
    expect(rows.slice(0, 4)).toEqual([
      '时长|20:30|15:00-20:00|建议|须整改|',
      '分辨率|1280x720|1920x1080|建议|已豁免|',
      '视频编码|h264|h264|建议|合格|',
      '字数|254|≥ 200|惯例|合格|',
    ]);
  });

  it('never counts what was not checked among what passed', () => {
    expect(missing(card, '其余检查 4 项，其中 1 项未检查')).toEqual([]);
    expect(card).toMatch(/<span class="outcome skipped">未检查<\/span>/);
    expect(missing(page({ verdicts: [] }), '都合格')).toHaveLength(1);
  });

  it('shows its frames, its texts and its files', () => {
    expect(card.match(/<img /g)).toHaveLength(2);
    expect(missing(card, 'alt="01:00 处的画面"')).toEqual([]);
    expect(missing(card, '254 字')).toEqual([]);
    expect(missing(card, '情绪是身体送来的一封信')).toEqual([]);
    expect(missing(card, '<bdi>读不了：no moov</bdi>')).toEqual([]);
  });

  it('draws its subtitles under the length of the video, with the places of what was found', () => {
    const timeline = card.slice(card.indexOf('class="timeline"'), card.indexOf('class="axis"'));
    expect(missing(timeline, '206 条，从 00:02 到 20:50，有字幕的时间共 15:00')).toEqual([]);
    // The last cue ends at 1250 s, after the video (1200 s).
    expect(missing(timeline, '<rect class="covered" x="0.16%" y="9" width="31.84%"')).toEqual([]);
    expect(missing(timeline, '<line class="limit" x1="96%"')).toEqual([]);
    // Four places, two of them too close to be told apart.
    expect(missing(timeline, '有问题的位置 4 处')).toEqual([]);
    expect(timeline.match(/class="spot"/g)).toHaveLength(3);
  });

  it('draws no line where a subtitle does not say how long it shows', () => {
    const [work] = reportOf().items as [ReportItem];
    const facts = { ...SUBTITLE_FACTS, coveredMs: null, spans: [] };
    const told = page({ items: [{ ...work, assets: [assetOf('subtitle', SUBTITLE, facts)] }] });
    expect(missing(told, '206 条，从 00:02 到 20:50<')).toEqual([]);
    expect(missing(told, '字幕时间线')).toHaveLength(1);
  });

  it('lists all places of what was found in many', () => {
    expect(missing(card, '全部 4 处')).toEqual([]);
    const spots = Array.from({ length: 500 }, (_, line) => ({ line }));
    const many = findingOf('subtitle/order', {
      place: { item: LESSON, path: SUBTITLE },
      params: { path: SUBTITLE, spots },
    });
    expect(missing(page({ findings: [many] }), '全部 500 处（列出前 60 处）')).toEqual([]);
  });

  it('offers ways out to those who have the folder', () => {
    expect(missing(card, 'sizheng exclude')).toEqual([]);
    expect(missing(card, 'rule: video/duration')).toEqual([]);
    expect(missing(page({}, { target: '/盘/a b' }), '/盘/a b')).toEqual([]);
    expect(missing(page({}, { target: undefined }), '<pre>')).toHaveLength(1);
  });

  it('that is held in reserve does not seem to block', () => {
    expect(missing(text, '候选须整改 1')).toEqual([]);
    expect(missing(text, '候选作品检查了，但不计入名额')).toEqual([]);
    expect(missing(text, '主讲人不同意')).toEqual([]);
  });
});

it.each([
  ['data/a b%#?.mp4', './data/a%20b%25%23%3F.mp4'],
  ['javascript:alert(1)', './javascript%3Aalert(1)'],
  ['//host/a', './/' + '/host/a'],
  ['a\uD800', './a%EF%BF%BD'],
])('%j is linked as %j', (path, expected) => {
  expect(relativeUri(path)).toBe(expected);
});

describe('what concerns the whole', () => {
  const text = page();

  it('stands before the works', () => {
    const at = (id: string) => text.indexOf(`<section id="${id}"`);
    expect(at('next')).toBeLessThan(at('quota'));
    expect(at('whole')).toBeLessThan(at('category-1'));
    expect(at('whole')).toBeGreaterThan(0);
    expect(at('candidates')).toBeLessThan(at('topics'));
  });

  it('says whose a quota is, so that it is found by institution', () => {
    const owner = { owner: '丙大学', per: 'institution' };
    const told = page({
      findings: [findingOf('quota/institution', { place: { category: 'lesson' }, params: owner as never })],
    });
    expect(told.match(/data-institution="丙大学"/g)).toHaveLength(1);
    expect(missing(told, '<option value="=丙大学">')).toEqual([]);
  });

  it('names what to do next, the works first', () => {
    const next = text.slice(text.indexOf('<ol class="next">'), text.indexOf('</ol>'));
    expect([...next.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)).toEqual(['work-1', 'finding-6']);
    expect(missing(page(PASSED), 'sizheng pack')).toEqual([]);
  });

  it('shows which work speaks of which topic', () => {
    const topics = text.slice(text.indexOf('<section id="topics"'), text.indexOf('<section id="waivers"'));
    expect(missing(topics, '还没有涉及：睡眠调整')).toEqual([]);
    expect(topics.match(/class="yes"/g)).toHaveLength(1);
    expect(missing(page({ categories: [] }), '<section id="topics"')).toHaveLength(1);
  });

  it('tells waivers, declarations and how it was checked', () => {
    expect(text).toMatch(/<section id="waivers".*嘉宾讲座.*<\/section>/s);
    expect(text).toMatch(/作品为原创.*王老师.*还没有人说明/s);
    expect(missing(text, '5b'.repeat(32))).toEqual([]);
    expect(missing(text, 'ffprobe 4.0.2')).toEqual([]);
    expect(missing(page({}, { framesMissing: '没有 ffmpeg' }), '没有 ffmpeg')).toEqual([]);
    expect(missing(page(PASSED), '<section id="waivers"')).toHaveLength(1);
  });

  it('has works that a partial check found, without a ledger', () => {
    const told = page({ ...PASSED, partial: true, ledger: [], items: [itemOf(LESSON, '情绪管理')] });
    expect(missing(told, '<section id="category-1"')).toEqual([]);
    expect(missing(told, '<section id="category-2"')).toHaveLength(1);
  });
});
