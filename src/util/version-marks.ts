/** The marks people leave on a file's name when they save it once more. */

// `终稿`, `最终版2`, `定稿`, `修改稿`, `v2`, `(1)`, `- 副本`, `copy`.
const VERSION =
  /[\s\-_—－.]*(?:最终|终|定|修改|修订|更新|新)(?:稿|版)\d*|[\s\-_—－.]*最终\d*|[\s\-_—－.]*[（(]\d{1,2}[)）]|[\s\-_—－]*副本\d*|[\s\-_—－.]+(?:copy(?:\s*\d+)?|final\d*|v\d+(?:\.\d+)*)/giu;

/** The stem without them; unchanged when nothing else would be left. */
export function stripVersion(stem: string): string {
  const bare = stem.replace(VERSION, '').trim();
  return bare === '' ? stem : bare;
}
