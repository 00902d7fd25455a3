/** The words around a datum: what it is called, and whose it is. */

/** Words further off say nothing any more about a datum. */
const REACH = 60;
/** Nothing of its own, or whom to ask for: 「预约电话：⏎王老师 138…」. */
const BLANK = /^[ \t\r:]*(?:[\u4E00-\u9FFF]{1,3}老师)?[ \t\r:]*$/;

/** The end of the sentence before an offset; where its line begins there, the line above comes first (a cell of a table). */
export function sentenceBefore(folded: string, start: number): string {
  const lines = folded.slice(Math.max(0, start - REACH), start).split('\n');
  const own = lines.at(-1) ?? '';
  const lead = BLANK.test(own) ? `${lines.at(-2) ?? ''}${own}` : own;
  return lead.slice(lead.search(/[^。!?]*$/));
}

/** The end of the clause before an offset. */
export function leadOf(folded: string, start: number): string {
  const sentence = sentenceBefore(folded, start);
  return sentence.slice(sentence.lastIndexOf(';') + 1);
}

/** What follows in the same clause. */
export function trailOf(folded: string, end: number): string {
  const trail = folded.slice(end, end + REACH);
  return trail.slice(0, trail.search(/[,。!?;\n]|$/));
}

/** Forms set labels of two characters as wide as those of four: 「学　　号」. */
export function spaced(words: string): string {
  return words.replace(/[\u4E00-\u9FFF](?=[\u4E00-\u9FFF])/g, '$& {0,4}');
}

/** 「学号/Student ID」: the label once more, for foreigners. */
export const IN_ENGLISH = String.raw`(?: ?[\/(] ?[a-z][a-z. ]{1,20}\)?)?`;

/** Words right before a datum: 「手机号码（本人）：」. The first group is the word itself. */
export function labelPattern(words: string): RegExp {
  return new RegExp(
    String.raw`(${spaced(words)})(?:号码?|编号|账号|帐号|ID)?(?:同号)?${IN_ENGLISH}(?:\([^()\n]{0,12}\))?(?:分别)?(?:是|为|即|如下)?[ \t\r]*[:=]?[ \t\r]*["'“「【\[(]?[ \t]*$`,
    'i',
  );
}

export function labelIn(lead: string, pattern: RegExp): string | null {
  const [, word] = pattern.exec(lead) ?? [];
  return word === undefined ? null : word.replaceAll(' ', '');
}

const SAMPLE = /(?:格式|示例|样例|形如)(?:应?[为是如]|形如)?[ :"“「(]*$/;

/** 「格式如 name@example.com」: shows how, and is nobody's. */
export function isSample(lead: string): boolean {
  return SAMPLE.test(lead);
}
