import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PackageRoom } from '../app/package-room-for-tests.ts';
import type { Sample } from '../app/sample-for-tests.ts';
import { LAYOUTS } from '../model/package-manifest.ts';
import { renderPlanJson } from './pack-plan.ts';
import { planJsonSchema, receiptJsonSchema } from './pack-schemas.ts';
import { closed } from './schemas-for-tests.ts';

const ajv = new Ajv2020({ allErrors: true });
const isReceipt = ajv.compile(closed(receiptJsonSchema()));
const isPlan = ajv.compile(closed(planJsonSchema()));

let room: PackageRoom;
let sample: Sample;
beforeAll(async () => {
  room = await PackageRoom.open();
  sample = await room.copySmall();
  await sample.write('其他材料/通知.txt', '请抓紧报送。\n');
});
afterAll(() => room.close());

it.each(LAYOUTS)(
  'a real receipt, and the plan before it, have the published form, and no other key: %s',
  async (layout) => {
    const { plan, report, target } = await room.prepare(sample, { layout });
    const planned = JSON.parse(renderPlanJson(plan, report, target));
    expect(isPlan(planned), JSON.stringify(isPlan.errors, null, 1)).toBe(true);
    expect(planned.leftOut).toHaveLength(1);
    const { receiptPath } = await room.pack(sample, { layout });
    const receipt = JSON.parse(await readFile((receiptPath as string).replace(/txt$/, 'json'), 'utf8'));
    expect(isReceipt(receipt), JSON.stringify(isReceipt.errors, null, 1)).toBe(true);
    const spoilt = { ...receipt, sha256: 'x', packedAt: 'now' };
    expect([isReceipt(spoilt), isPlan({ ...planned, verdict: 'maybe' })]).toEqual([false, false]);
  },
);
