/** Whatever is amiss with a workspace, a draft can be made of it that is a faultless package but for being a draft. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZipBag, problemsOf } from './bag-reader-for-tests.ts';
import type { Mutation } from './mutation-for-tests.ts';
import { MUTATIONS } from './mutations-for-tests.ts';
import { DRAFT, outcomeAt, PackageRoom } from './package-room-for-tests.ts';

let room: PackageRoom;
beforeAll(async () => {
  room = await PackageRoom.open('good');
});
afterAll(() => room.close());

/** Those that leave a file out, or say of one what no sound file says; the others leave the plan as it is. */
const TELLING = [
  'file/empty',
  'file/link',
  'file/partial-download',
  'item/ambiguous',
  'video/anamorphic',
  'video/unmeasured',
] as const satisfies readonly (keyof typeof MUTATIONS)[];
const possible = TELLING.map((id): [string, Mutation] => [id, MUTATIONS[id]]).filter(
  ([, { notOnWindows }]) => !(notOnWindows && process.platform === 'win32'),
);

describe('a draft of a workspace with', () => {
  it.each(possible)('%s', async (_, { mutate }) => {
    const sample = await room.copyGood();
    await mutate(sample);
    const { path } = await room.pack(sample, { draft: true });
    expect(problemsOf(await openZipBag(path))).toEqual([]);
    expect(await outcomeAt(path)).toEqual(DRAFT);
  });
});
