/** One good package, one mutation for each rule over packages: that finding and nothing else. */
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackageRuleId } from '../model/package-params.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import { type GoodPackage, PACKAGE_MUTATIONS, type PackageMutation } from './package-mutations-for-tests.ts';
import { FAULTLESS, outcomeAt, PackageRoom, RECEIPT_TAILS, SMALL_NAME, TAILS } from './package-room-for-tests.ts';
import { BagEditor, patchFile } from './package-zip-for-tests.ts';
import { Sample } from './sample-for-tests.ts';

let room: PackageRoom;
let sample: Sample;
const folders = { bag: '', upload: '' };
beforeAll(async () => {
  room = await PackageRoom.open();
  sample = await room.copySmall();
  for (const layout of ['bag', 'upload'] as const)
    folders[layout] = dirname((await room.pack(sample, { layout })).path);
});
afterAll(() => room.close());

async function copyGood(layout: keyof typeof folders): Promise<GoodPackage> {
  const folder = await room.folder();
  await cp(folders[layout], folder, { recursive: true });
  const workspace = join(folder, 'workspace');
  await cp(sample.root, workspace, { recursive: true });
  return {
    path: join(folder, `${SMALL_NAME}${TAILS[layout]}`),
    receipt: join(folder, `${SMALL_NAME}${RECEIPT_TAILS[layout]}.json`),
    sample: new Sample(workspace),
  };
}

describe('a good package has no finding', () => {
  it.each(['bag', 'upload'] as const)('%s', async (layout) => {
    const { path, receipt, sample: workspace } = await copyGood(layout);
    expect(await outcomeAt(path, { receipt, against: workspace.root })).toEqual(FAULTLESS);
  });

  it('packed again by another program', async () => {
    const { path } = await copyGood('bag');
    await patchFile(path, (zip) => new BagEditor(zip).zip());
    expect(await outcomeAt(path)).toEqual(FAULTLESS);
  });
});

describe('a mutation gives one finding', () => {
  const rows = Object.entries(PACKAGE_MUTATIONS) as [PackageRuleId, PackageMutation][];

  it.each(rows)('%s', async (rule, { layout, mutate, severity, place }) => {
    const made = await copyGood(layout ?? 'bag');
    const options = await mutate(made);
    expect(await outcomeAt(made.path, options)).toEqual({
      findings: [{ rule, severity, place }],
      failed: [rule],
      ...(severity === 'error' ? { verdict: 'fail', exitCode: 1 } : { verdict: 'pass', exitCode: 0 }),
    });
  });

  it('has one for each rule over packages', () => {
    const ids = CATALOGUE.filter(({ on }) => on === 'package').map(({ id }) => id);
    expect(Object.keys(PACKAGE_MUTATIONS).toSorted()).toEqual(ids.toSorted());
  });
});
