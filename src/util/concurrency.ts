/** Work done a few at a time, results in the order of the input. */
import pLimit from 'p-limit';

/** Runs `work` over `values`, at most `jobs` at once; the first failure ends the run. */
export async function mapConcurrently<T, R>(
  values: readonly T[],
  jobs: number,
  work: (value: T, index: number) => Promise<R>,
): Promise<R[]> {
  const limit = pLimit(jobs);
  const run = async (value: T, index: number): Promise<R> => {
    try {
      return await work(value, index);
    } catch (error) {
      // Before the place is free: else the next would begin.
      limit.clearQueue();
      throw error;
    }
  };
  return Promise.all(values.map((value, index) => limit(() => run(value, index))));
}
