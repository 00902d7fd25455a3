/** The hints of the finders: where one does not fit, its finder must find nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../util/package-root.ts';
import { BLIND_FALSE, BLIND_TRUE } from './blind-examples-for-tests.ts';
import { FALSE_EXAMPLES, TRUE_EXAMPLES } from './examples-for-tests.ts';
import { FINDERS } from './find.ts';
import { fold } from './fold.ts';
import { linksOf } from './links.ts';
import { names } from './names.ts';

const FIXTURES = join(packageRoot(), 'fixtures');
const TREE = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' });
const WRITTEN = TREE.filter((path) => /\.(?:md|txt|srt|ass|lrc|vtt|yaml)$/.test(path)).map((path) =>
  readFileSync(join(FIXTURES, path), 'utf8'),
);
const EXAMPLES = [
  ...TRUE_EXAMPLES.map(([text]) => text),
  ...Object.values(FALSE_EXAMPLES).flat(),
  ...BLIND_TRUE.map(({ text }) => text),
  ...BLIND_FALSE,
];

/** What finders find that were not asked. */
function missedIn(text: string): unknown[] {
  const scanned = { text, folded: fold(text), inLink: linksOf(text) };
  return FINDERS.filter(({ hint }) => !hint.test(scanned.folded)).flatMap(({ find }) => find(scanned));
}

const linesOf = (text: string) => [text, ...text.split('\n')];
const beginningsOf = (text: string) => Array.from(text, (_, index) => text.slice(0, index + 1));
const endsOf = (text: string) => Array.from(text, (_, index) => text.slice(index));

it.each([
  ['every example and every line of it', EXAMPLES.flatMap(linesOf)],
  ['beginnings and ends of examples', EXAMPLES.flatMap((text) => [...beginningsOf(text), ...endsOf(text)])],
  ['two examples side by side', EXAMPLES.map((text, index) => text + EXAMPLES[(index * 7 + 3) % EXAMPLES.length])],
  ['the fixtures, every line of them, and their names', [...WRITTEN.flatMap(linesOf), ...TREE]],
])('nothing is missed in %s', (_, texts) => {
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => missedIn(text).length > 0)).toEqual([]);
});

it('of the names of ordinary files nothing but the names of people is asked after', () => {
  expect(FINDERS.filter(({ hint }) => TREE.some((path) => hint.test(fold(path))))).toEqual([names]);
});
