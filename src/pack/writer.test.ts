import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PackPlan } from '../model/pack-plan.ts';
import { FolderWriter } from './folder-writer.ts';
import { contentOf, Sources } from './sources-for-tests.ts';
import { writePackage } from './writer.ts';

let sources: Sources;
beforeEach(() => {
  sources = new Sources();
});
afterEach(() => sources.close());

it('a file with other bytes than were digested is named, though its size and times are the same', async () => {
  const entry = sources.file('a.mp4', 'hello');
  const content = contentOf({ 'data/a.mp4': entry });
  const files = content.plan.files.map((file) => ({
    ...file,
    from: { type: 'file', entry, sha256: 'of other bytes' },
  }));
  const changed = { ...content, plan: { files } as unknown as PackPlan };
  const writing = writePackage(changed, new FolderWriter(sources.at('包'), { links: false }), sources.context());
  await expect(writing).rejects.toMatchObject({ id: 'machine/source-changed', params: { path: 'a.mp4' } });
});
