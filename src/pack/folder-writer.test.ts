import { linkSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../model/submission.ts';
import { FolderWriter } from './folder-writer.ts';
import { contentOf, Sources } from './sources-for-tests.ts';
import { writePackage } from './writer.ts';

let sources: Sources;
beforeEach(() => {
  sources = new Sources();
});
afterEach(() => sources.close());

const LINKS = { links: true };
const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

it.each([
  ['copies', false, 1],
  ['links', true, 2],
])('%s', async (_, links, count) => {
  const entry = sources.file('原件.mp4', 'hello');
  const writer = new FolderWriter(sources.at('包'), { links });
  const { digests, sizeBytes } = await writePackage(
    contentOf({ 'data/甲/微课.mp4': entry }),
    writer,
    sources.context(),
  );
  expect(digests.get('data/甲/微课.mp4')).toBe(HELLO);
  expect(readFileSync(sources.at('包/data/甲/微课.mp4'), 'utf8')).toBe('hello');
  expect(statSync(sources.at('原件.mp4')).nlink).toBe(count);
  expect(readdirSync(sources.at('包')).toSorted()).toEqual(['data', 'first.txt', 'last.txt']);
  expect(sizeBytes).toBe(5 + 5 + Buffer.byteLength('first.txt\ndata/甲/微课.mp4'));
});

describe('a file that has two names', () => {
  let entries: readonly [Entry, Entry];
  beforeEach(() => {
    sources.file('原件.mp4', 'hello');
    linkSync(sources.at('原件.mp4'), sources.at('又名.mp4'));
    entries = [sources.entry('原件.mp4'), sources.entry('又名.mp4')];
  });

  it('is linked twice: the first link is no change', async () => {
    const content = contentOf({ 'data/a.mp4': entries[0], 'data/b.mp4': entries[1] });
    const { digests } = await writePackage(content, new FolderWriter(sources.at('包'), LINKS), sources.context());
    expect([digests.get('data/a.mp4'), digests.get('data/b.mp4')]).toEqual([HELLO, HELLO]);
    expect(statSync(sources.at('原件.mp4')).nlink).toBe(4);
  });

  it('is not linked again once it has changed by itself', async () => {
    const writer = new FolderWriter(sources.at('包'), LINKS);
    await writer.addFile('a.mp4', entries[0], sources.context());
    sources.file('又名.mp4', 'HELLO');
    const again = writer.addFile('b.mp4', entries[1], sources.context());
    await expect(again).rejects.toMatchObject({ id: 'machine/source-changed', params: { path: '又名.mp4' } });
  });
});

it('never writes over what is there', async () => {
  sources.file('包/data/a', 'mine');
  const writer = new FolderWriter(sources.at('包'), { links: false });
  const writing = writePackage(contentOf({ 'data/a': sources.file('a', 'x') }), writer, sources.context());
  await expect(writing).rejects.toThrow('EEXIST');
  expect(readFileSync(sources.at('包/data/a'), 'utf8')).toBe('mine');
});
