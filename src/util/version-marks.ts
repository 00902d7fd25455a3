/** The marks people leave on a file's name when they save it once more. */

// `终稿`, `最终版2`, `定稿`, `修改稿`, `改2`, `v2`, `- 副本`, `copy`; in brackets as well. Words that end titles too (副本,
// 最新) need a separator before them.
const REVISION_WORDS = [
  '(?:最终|终|定|修改|修订|更新|最新|新|初)(?:稿|版)\\d*',
  '最终\\d*',
  '第[一二三四五六七八九\\d]+(?:稿|版)',
  '(?<=[\\s\\-_—－.（(【\\[])(?:最新|修改后?|已改|改|终|定)\\d*',
  '(?<=[\\s\\-_—－])副本\\d*',
  '(?<=[\\s\\-_—－.（(])(?:copy(?:\\s*\\d+)?|final\\d*)',
  '(?<=[\\s\\-_—－.（(\\p{Script=Han}])v\\d+(?:\\.\\d+)*',
].join('|');
/** At the end, or where a separator follows: 「最终的告别」 is a title. */
const REVISION = new RegExp(
  `[\\s\\-_—－.]*[（(【\\[]?(?:${REVISION_WORDS})[)）】\\]]?(?=$|[\\s\\-_—－（(【\\[])`,
  'giu',
);
const COPY_NUMBER = /\s*[（(]\d{1,2}[)）]$/u;

/** The stem without words of revision; unchanged when nothing else would be left. */
export function stripRevision(stem: string): string {
  const bare = stem.replace(REVISION, '').trim();
  return bare === '' ? stem : bare;
}

/** The stem without the `(1)` that browsers and file managers add; unchanged when nothing else would be left. */
export function stripCopyNumber(stem: string): string {
  const bare = stem.replace(COPY_NUMBER, '').trim();
  return bare === '' ? stem : bare;
}

/** The stem without any such mark, in whatever order they stand. */
export function stripVersion(stem: string): string {
  const bare = stripCopyNumber(stripRevision(stem));
  return bare === stem ? stem : stripVersion(bare);
}
