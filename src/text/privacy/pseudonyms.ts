/** Names that a text itself says are not the real ones. */

const WORD = '化名';
/** 「文中人物均为化名」 */
const ALL =
  /(?:均|都|皆|全部?|一律)(?:已?(?:为|是|系|用|使用|采用|作)?)[^。\n]{0,4}化名|化名处理|(?:使用|采用|用的?)化名/;
const BEFORE = /([\u4E00-\u9FFF]{2,4})["”」]? ?[(,]?(?:均?[系为是])?$/;
const AFTER = /^(?:[为叫是:])?["“「]?([\u4E00-\u9FFF]{2,4})/;

/** Every name that could be meant; `all` where none in the text is real. */
export function pseudonymsIn(folded: string): ReadonlySet<string> | 'all' {
  const names = new Set<string>();
  if (!folded.includes(WORD)) return names;
  if (ALL.test(folded)) return 'all';
  for (let at = folded.indexOf(WORD); at >= 0; at = folded.indexOf(WORD, at + WORD.length)) {
    const before = BEFORE.exec(folded.slice(Math.max(0, at - 8), at))?.[1] ?? '';
    const after = AFTER.exec(folded.slice(at + WORD.length, at + WORD.length + 6))?.[1] ?? '';
    // Where the name begins, or ends, is not known: two to four characters on this side.
    for (let length = 2; length <= 4; length += 1) names.add(before.slice(-length)).add(after.slice(0, length));
  }
  return names;
}
