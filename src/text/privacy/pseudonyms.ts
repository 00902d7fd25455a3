/** Names that a text itself says are not the real ones. */

const WORD = '化名';
/**
 * 「文中人物均为化名」「案例中来访者使用化名」; not 「全部使用化名出场」, which tells what people did, nor 「学生一律使用化名」, which a
 * template asks for.
 */
const ALL_FICTIONAL =
  /(?:均|都|皆|全部?|一律)已?[为是系][^。\n未不没非]{0,4}化名|(?:文中|本文|全文|文内|案例|个案|以[上下]|上述|下文|人物|人名|姓名|名字)[^。\n未不没非请律]{0,20}(?:化名处理|(?:用|作|做)[的了]?化名)/;
const BEFORE = /([\u4E00-\u9FFF]{2,4})["”」]? ?[(,]?(?:均?[系为是])?$/;
const AFTER = /^(?:[为叫是:])?["“「]?([\u4E00-\u9FFF]{2,4})/;

/** A school may say so of a text that tells a real name all the same: it keeps nothing from being masked. */
export function declaresAllFictional(folded: string): boolean {
  return folded.includes(WORD) && ALL_FICTIONAL.test(folded);
}

/** Every name that could be meant: right before the word, or right behind it (「李晓明（化名小雨）」: then the one before is real). */
export function pseudonymsIn(folded: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = folded.indexOf(WORD); at >= 0; at = folded.indexOf(WORD, at + WORD.length)) {
    const after = AFTER.exec(folded.slice(at + WORD.length, at + WORD.length + 6))?.[1];
    const before = BEFORE.exec(folded.slice(Math.max(0, at - 8), at))?.[1] ?? '';
    // Where the name begins, or ends, is not known: two to four characters on this side.
    for (let length = 2; length <= 4; length += 1) names.add(after?.slice(0, length) ?? before.slice(-length));
  }
  return names;
}
