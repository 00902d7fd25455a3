/** Rules over the batch as a whole. */
import { baseName } from '../../model/file-names.ts';
import type { Submission } from '../../model/submission.ts';
import { speaksOf } from '../../model/topics.ts';
import { defineRule, judged, judgedIf, NOT_APPLICABLE } from '../define.ts';
import { lockNames } from '../file/place.ts';
import { selectedIn } from './quotas.ts';

const EXAMPLES = 3;

export const fileJunk = defineRule({
  id: 'file/junk',
  on: 'submission',
  severities: { default: 'info' },
  source: 'practice',
  waivable: false,
  check(submission) {
    // Locks beside a work's document are what `file/open-in-office` speaks of.
    const locks = new Set(locksOf(submission));
    const junk = submission.junk.filter((path) => !locks.has(path));
    return judgedIf(
      junk.length > 0,
      { actual: String(junk.length), params: { count: junk.length, examples: junk.slice(0, EXAMPLES) } },
      String(junk.length),
    );
  },
});

function locksOf({ items, assets }: Submission): string[] {
  const paths = [...assets, ...items.flatMap((item) => item.assets)].map(({ path }) => path);
  return paths.flatMap((path) => lockNames(baseName(path)).map((lock) => path.slice(0, -baseName(path).length) + lock));
}

export const sheetRow = defineRule({
  id: 'item/sheet-row',
  on: 'submission',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check: ({ unmatchedRows }) =>
    judged(
      unmatchedRows.map(({ path, line, label }) => ({ at: { path, line }, params: { sheet: path, line, label } })),
    ),
});

export const topicCoverage = defineRule({
  id: 'topic/coverage',
  on: 'category',
  severities: { default: 'info' },
  source: 'spec',
  clausesOf: ({ categories }) => categories.map(({ topicsClause }) => topicsClause),
  waivable: false,
  check(category, context) {
    const { topics, topicsClause } = category;
    const items = selectedIn(category, context);
    if (topics.length === 0 || items.length === 0) return NOT_APPLICABLE;
    const missing = topics.filter((topic) => !items.some((item) => speaksOf(item, topic)));
    const covered = topics.length - missing.length;
    const actual = `${covered}/${topics.length}`;
    const params = { category: category.name, missing, covered, total: topics.length };
    return judgedIf(
      missing.length > 0,
      { clause: topicsClause, actual, expected: `${topics.length}/${topics.length}`, params },
      actual,
    );
  },
});

export const waiverUnused = defineRule({
  id: 'waiver/unused',
  on: 'submission',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: false,
  check: (_, { unusedWaivers }) => judged(unusedWaivers.map((params) => ({ params }))),
});
