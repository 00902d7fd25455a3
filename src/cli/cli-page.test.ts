/** The page as the program writes it, of real workspaces, in a browser where one is found (`CHROMIUM` names it). */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE_SCRIPT, lookWithAxe } from '../report/html/axe-for-tests.ts';
import { Browser, findBrowser, type Tab } from '../report/html/browser-for-tests.ts';
import { AT, Room } from './run-for-tests.ts';

const path = findBrowser();

describe.skipIf(path === null)('in a browser', () => {
  const room = new Room();
  let browser: Browser;
  beforeAll(async () => {
    await room.run(['demo', 'demo']);
    room.short('short');
    browser = await Browser.open(path as string);
  });
  afterAll(async () => {
    await browser?.close();
    room.close();
  });

  async function open(folder: string, language: string): Promise<Tab> {
    await room.run(['validate', folder, ...AT, '--lang', language, '--reporter', 'html=page.html']);
    return browser.show(readFileSync(room.at('page.html'), 'utf8'));
  }

  describe.each([
    ['demo', 'zh-CN', '可以报送'],
    ['demo', 'en', 'Ready to submit'],
    ['short', 'zh-CN', '还不能报送'],
    ['short', 'en', 'Not ready to submit yet'],
  ])('%s in %s', (folder, language, headline) => {
    let tab: Tab;
    beforeAll(async () => {
      tab = await open(folder, language);
    });

    it('asks for nothing, complains of nothing, and shows every picture', async () => {
      expect(await tab.evaluate(`document.querySelector('.headline').textContent`)).toBe(headline);
      const broken = `Array.from(document.images).filter(({ complete, naturalWidth }) => !complete || naturalWidth === 0)`;
      expect(await tab.evaluate(`${broken}.length`)).toBe(0);
      expect([tab.complaints, tab.requests]).toEqual([[], []]);
    });

    it.skipIf(AXE_SCRIPT === null).each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 400],
      ['dark', 400],
    ] as const)('axe-core finds nothing in %s, %i wide, and nothing is wider', async (scheme, width) => {
      const { faults, contrasts } = await lookWithAxe(tab, scheme, width);
      expect(faults).toEqual([]);
      expect(contrasts).toBeGreaterThan(100);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
  });

  it('filters and searches by keyboard', async () => {
    const tab = await open('short', 'zh-CN');
    const hits = () => tab.evaluate(`document.getElementById('hits').textContent`);
    expect(await hits()).toBe('显示作品 25/25 件，问题 1/1 条');
    expect(await tab.tabTo('[name=grade]')).toBeGreaterThan(0);
    await tab.press('ArrowRight');
    expect(await hits()).toBe('显示作品 1/25 件，问题 1/1 条');
    await tab.press('ArrowLeft');
    expect(await hits()).toBe('显示作品 25/25 件，问题 1/1 条');
    expect(await tab.tabTo('[name=words]')).toBeGreaterThan(0);
    await tab.type('寝室');
    expect(await hits()).toBe('显示作品 1/25 件，问题 0/1 条');
    expect(await tab.tabTo('[type=reset]')).toBe(1);
    await tab.press('Enter');
    await expect.poll(hits).toBe('显示作品 25/25 件，问题 1/1 条');
  });
});
