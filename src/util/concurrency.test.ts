import { expect, it } from 'vitest';
import { mapConcurrently } from './concurrency.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

it('keeps the order of the input, and never more at once than told', async () => {
  let running = 0;
  let most = 0;
  const doubled = await mapConcurrently([5, 4, 3, 2, 1], 2, async (value, index) => {
    running += 1;
    most = Math.max(most, running);
    for (let left = value; left > 0; left -= 1) await tick();
    running -= 1;
    return value * 10 + index;
  });
  expect(doubled).toEqual([50, 41, 32, 23, 14]);
  expect(most).toBe(2);
});

it('begins nothing more after the first failure', async () => {
  const begun: number[] = [];
  const run = mapConcurrently([0, 1, 2, 3], 1, async (value) => {
    begun.push(value);
    if (value === 1) throw new Error('broken');
  });
  await expect(run).rejects.toThrow('broken');
  await tick();
  expect(begun).toEqual([0, 1]);
});

it('has nothing to do with nothing', async () => {
  expect(await mapConcurrently([], 4, async () => 1)).toEqual([]);
});
