/** The same works give the same bytes: whoever copied them, in whatever order, zone and year. */
import { readFile, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Layout } from '../model/package-manifest.ts';
import { openFolderBag, sha256Of } from './bag-reader-for-tests.ts';
import { PackageRoom } from './package-room-for-tests.ts';
import { another } from './package-shapes-for-tests.ts';
import type { PackOptions } from './prepare-pack.ts';
import { Sample } from './sample-for-tests.ts';

const { TZ } = process.env;

let room: PackageRoom;
let sample: Sample;
let copied: Sample;
beforeAll(async () => {
  room = await PackageRoom.open();
  sample = await room.copySmall();
  for (const number of [2, 3]) await another(sample, `心理微课/0${number}-第${number}讲-示范大学`, number);
  copied = await copyBackwards(sample);
});
afterEach(() => {
  // Assigned, an absent variable would be the text `undefined`.
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});
afterAll(() => room.close());

/** Another folder with the same files, made in the opposite order, and years apart. */
async function copyBackwards({ root }: Sample): Promise<Sample> {
  const { files } = await openFolderBag(root);
  const copy = new Sample(join(await room.folder(), '另一处'));
  for (const [index, [path, bytes]] of [...files].toSorted().reverse().entries()) {
    await copy.write(path, bytes);
    await utimes(copy.path(path), index, 1_000_000 * index);
  }
  return copy;
}

/** Everything that a run leaves, by path: the package, and its receipts beside it. */
async function leftBy(workspace: Sample, options: PackOptions): Promise<Record<string, string>> {
  const { path } = await room.pack(workspace, options);
  const { files } = await openFolderBag(dirname(path));
  return Object.fromEntries([...files].map(([file, bytes]): [string, string] => [file, sha256Of(bytes)]).toSorted());
}

describe('two copies of a workspace, made in different order', () => {
  it.each<Layout>(['bag', 'dir', 'upload'])('give the same %s, and the same receipts', async (layout) => {
    const left = await leftBy(sample, { layout });
    expect(await leftBy(copied, { layout })).toEqual(left);
    expect(Object.keys(left).length).toBeGreaterThanOrEqual(3);
  });

  it('are told apart by a byte', async () => {
    const other = await copyBackwards(sample);
    await other.patch('sizheng.yaml', (text) =>
      Buffer.from(text.toString().replace('institution: 示范大学', 'institution: 示范学院')),
    );
    expect(await leftBy(other, {})).not.toEqual(await leftBy(sample, {}));
  });
});

describe('one workspace gives the same bytes', () => {
  it.each(['America/St_Johns', 'Pacific/Kiritimati'])('in %s', async (zone) => {
    const small = await room.copySmall();
    const left = [await leftBy(small, { layout: 'bag' }), await leftBy(small, { layout: 'upload' })];
    process.env.TZ = zone;
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    expect([await leftBy(small, { layout: 'bag' }), await leftBy(small, { layout: 'upload' })]).toEqual(left);
  });

  it('without what was known of it', async () => {
    const small = await room.copySmall();
    const left = await leftBy(small, {});
    expect(await leftBy(small, { cache: { type: 'none' }, jobs: 1 })).toEqual(left);
  });

  it('in a stream, in any zone', async () => {
    const small = await room.copySmall();
    const first = await room.stream(small);
    process.env.TZ = 'America/St_Johns';
    const second = await room.stream(small);
    expect((await readFile(second.path)).equals(await readFile(first.path))).toBe(true);
    expect(second.receipt).toEqual(first.receipt);
  });
});
