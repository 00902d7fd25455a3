/** Work done a few at a time, results in the order of the input. */
import pLimit from 'p-limit';

/** Runs `work` over `values`, at most `jobs` at once; the first failure ends the run. */
export async function mapConcurrently<T, R>(
  values: readonly T[],
  jobs: number,
  work: (value: T, index: number) => Promise<R>,
): Promise<R[]> {
  const limit = pLimit(jobs);
  try {
    return await Promise.all(values.map((value, index) => limit(() => work(value, index))));
  } finally {
    limit.clearQueue();
  }
}
