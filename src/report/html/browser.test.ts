/** The page in a browser, where one is found (`CHROMIUM` names it); axe-core looks at it where it is installed. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE_SCRIPT, lookWithAxe } from './axe-for-tests.ts';
import { Browser, findBrowser, type Tab } from './browser-for-tests.ts';
import { renderHtml } from './page.ts';
import { fitPictures } from './pictures.ts';
import { assetOf, frameAt, inPackage, LESSON, optionsOf, plannedAsset, reportOf } from './reports-for-tests.ts';

const path = findBrowser();

const SCHEMES = ['light', 'dark'] as const;
const BACKGROUNDS = { light: 'rgb(244, 245, 247)', dark: 'rgb(19, 23, 29)' } as const;

const VISIBLE = `(selector) => Array.from(document.querySelectorAll(selector)).filter((one) => one.closest('[hidden]') === null).map(({ id }) => id)`;

describe.skipIf(path === null || !existsSync(path))('in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await Browser.open(path as string);
  }, 60_000);
  afterAll(() => browser?.close());

  const open = (text = renderHtml(reportOf(), optionsOf())) => browser.show(text);
  const visible = (tab: Tab, selector: string) => tab.evaluate(`(${VISIBLE})(${JSON.stringify(selector)})`);
  const hits = (tab: Tab) => tab.evaluate(`document.getElementById('hits').textContent`);

  it('asks for nothing and complains of nothing', async () => {
    const hostile = renderHtml(
      reportOf({}, (text) => `</script><img src=https://example.org/x onerror=alert(1)>${text}`),
      optionsOf(),
    );
    for (const text of [renderHtml(reportOf(), optionsOf()), hostile]) {
      const tab = await open(text);
      expect(await tab.evaluate(`document.images.length`)).toBeLessThan(3);
      expect(tab.complaints).toEqual([]);
      expect(tab.requests).toEqual([]);
    }
  });

  it('lets no foreign script run, nor a picture be fetched, if one got in', async () => {
    const foreign = `<script>window.foreign = 1</script><img src="https://example.org/x.png" onerror="window.foreign = 2"><p style="color:red" id="styled">`;
    const tab = await open(renderHtml(reportOf(), optionsOf()).replace('<main', `${foreign}<main`));
    expect(await tab.evaluate('window.foreign')).toBeUndefined();
    expect(await tab.evaluate(`getComputedStyle(document.getElementById('styled')).color`)).not.toBe('rgb(255, 0, 0)');
    expect(tab.complaints.join()).toContain('Content Security Policy');
  });

  it('filters and searches by keyboard, and says how much is left', async () => {
    const tab = await open();
    expect(await hits(tab)).toBe('显示作品 4/4 件，问题 8/8 条');
    expect(await tab.tabTo('[name=grade]')).toBeGreaterThan(0);
    await tab.press('ArrowRight');
    expect(await visible(tab, '[data-grade]')).toEqual(['finding-6', 'finding-1']);
    expect(await hits(tab)).toBe('显示作品 1/4 件，问题 2/8 条');
    expect(await tab.tabTo('[name=category]')).toBe(1);
    await tab.press('ArrowDown');
    expect(await tab.tabTo('[name=words]')).toBeGreaterThan(0);
    await tab.type('情绪');
    expect(await hits(tab)).toBe('显示作品 1/4 件，问题 1/8 条');
    await tab.type('没有这样的');
    expect(await visible(tab, '#nothing')).toEqual(['nothing']);
    expect(await tab.tabTo('[type=reset]')).toBe(1);
    await tab.press('Enter');
    await expect.poll(() => hits(tab)).toBe('显示作品 4/4 件，问题 8/8 条');
    expect(await visible(tab, '#nothing')).toEqual([]);
  });

  it.each([
    ['category', '=case', ['work-3', 'work-4']],
    ['institution', '=甲大学', ['work-1']],
    ['institution', '=', ['work-3', 'work-4']],
    ['rule', '=item/missing-asset', ['work-2']],
    ['words', 'ＳＲＴ 情绪', ['work-1']],
  ])('%s %s leaves %j', async (name, value, expected) => {
    const tab = await open();
    await tab.evaluate(`(() => {
      const control = document.forms[0].elements[${JSON.stringify(name)}];
      control.value = ${JSON.stringify(value)};
      control.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    expect(await visible(tab, '[data-group=work]')).toEqual(expected);
  });

  it('shows what a link leads to, whatever is filtered', async () => {
    const tab = await open();
    await tab.evaluate(`document.forms[0].elements.words.value = '寝室'`);
    await tab.evaluate(`document.forms[0].dispatchEvent(new Event('input'))`);
    expect(await visible(tab, '#work-1')).toEqual([]);
    await tab.evaluate(`document.querySelector('ol.next a').click()`);
    expect(await visible(tab, '#work-1')).toEqual(['work-1']);
  });

  it('counts from now, by the reader’s clock', async () => {
    const until = new Date(Date.now() + 90 * 60_000).toISOString();
    const tab = await open(
      renderHtml(reportOf({ deadline: { prudent: until, latest: until, source: null } }), optionsOf()),
    );
    expect(await tab.evaluate(`document.getElementById('now').innerText`)).toMatch(/稳妥 还有 1 小时 (?:29|30) 分/);
  });

  it.each(SCHEMES)('is no wider than a phone in %s', async (scheme) => {
    const tab = await open();
    await tab.look(scheme, 400);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
  });

  it('opens a hundred works with pictures full of detail in less than two seconds, and stays under 15 MB', async () => {
    const [work] = reportOf().items;
    const items = Array.from({ length: 100 }, (_, index) => {
      const id = `${LESSON}-${index}`;
      return { ...(work as NonNullable<typeof work>), id, assets: [assetOf('video', `${id}/微课.mp4`, null)] };
    });
    const frames = new Map(
      items.map(({ id }, index) => [
        `${id}/微课.mp4`,
        [1, 2, 3, 4, 5, 6].map((at) => frameAt(at * 60_000, noise(index * 6 + at))),
      ]),
    );
    const options = optionsOf();
    const fitted = fitPictures({ frames, missing: null }, options.words);
    const text = renderHtml(reportOf({ items, findings: [] }), { ...options, ...fitted });
    expect(text.length).toBeGreaterThan(10_000_000);
    expect(text.length).toBeLessThan(15_000_000);
    const tab = await open(text);
    const took = await tab.evaluate(`performance.getEntriesByType('navigation')[0].loadEventEnd`);
    expect(took).toBeLessThan(2_000);
    expect(await visible(tab, '[data-group=work]')).toHaveLength(100);
    const widths = await tab.evaluate(`Array.from(document.images, ({ naturalWidth }) => naturalWidth)`);
    expect(widths).toEqual(Array(300).fill(320));
  });

  describe.skipIf(AXE_SCRIPT === null)('axe-core', () => {
    it.each([
      ['alone', 'zh-CN', 'light', 1280],
      ['alone', 'zh-CN', 'dark', 1280],
      ['alone', 'en', 'light', 400],
      ['alone', 'en', 'dark', 1280],
      ['in a package', 'zh-CN', 'light', 400],
      ['in a package', 'en', 'dark', 1280],
    ] as const)('finds nothing %s in %s, %s, %i wide', async (where, language, scheme, width) => {
      const alone = () => renderHtml(reportOf(), optionsOf(language));
      const packed = () => inPackage(reportOf(), { assets: [plannedAsset('报送函', '报送函.pdf', null)] }, language);
      const tab = await open(where === 'alone' ? alone() : packed());
      const { faults, contrasts, background } = await lookWithAxe(tab, scheme, width);
      expect(faults).toEqual([]);
      expect(contrasts).toBeGreaterThan(100);
      expect(background).toBe(BACKGROUNDS[scheme]);
    });

    it.each(SCHEMES)('would find what is hard to see in %s', async (scheme) => {
      const tab = await open();
      await tab.evaluate(`document.querySelectorAll('.quiet').forEach(({ style }) => (style.color = '#777'))`);
      const { faults } = await lookWithAxe(tab, scheme, 1280);
      expect(faults.map(([, rule]) => rule)).toEqual(['color-contrast']);
    });
  });
});

/** 320 x 180 pixels at random, in a palette of greys: a bitmap of 29 kB, as large as a frame gets. */
function noise(seed: number): string {
  const [palette, pixels] = [Buffer.alloc(64), Buffer.alloc(160 * 180)];
  for (let at = 0; at < palette.length; at += 1) palette[at] = at % 4 === 3 ? 0 : Math.floor(at / 4) * 17;
  let state = seed;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = state >>> 24;
  }
  const header = Buffer.alloc(54);
  header.write('BM', 'latin1');
  const numbers = [54 + palette.length + pixels.length, 0, 54 + palette.length, 40, 320, 180, 0x00040001];
  for (const [index, number] of numbers.entries()) header.writeUInt32LE(number, 2 + 4 * index);
  return `data:image/bmp;base64,${Buffer.concat([header, palette, pixels]).toString('base64')}`;
}
