/**
 * Names of the people whom cases tell of. A guess, and a cautious one: a name is looked for behind a word for such people only.
 * Authors, teachers and officials are named by right.
 */
import { maskRest } from './masks.ts';
import { type Finder, type PrivateMatch, readEach, type Scanned } from './match.ts';
import { type Joint, nameEndAt } from './name-shape.ts';
import { declaresAllFictional, pseudonymsIn } from './pseudonyms.ts';

const PEOPLE =
  '来访者|来访学生|来访人|求助者|求助学生|求询者|咨询者|受助者|案主|当事人|学生|女生|男生|新生|本科生|研究生|毕业生|硕士生|博士生|同学|室友|舍友|患者|男友|女友|家长|父亲|母亲|爸爸|妈妈|班长|团支书|学习委员|心理委员|寝室长|宿舍长|舍长';
const CUE = new RegExp(
  `(?<label>${PEOPLE})(?:代表|干部|骨干|党员|志愿者|本人)?(?<name>姓名|名字|名叫|叫做)?(?<mark>叫?[ \\t]{0,2}(?:是|为)?[ \\t]{0,2}[:("“「]?[ \\t]{0,2}\\n?)(?=[\\u4E00-\\u9FFF])`,
  'g',
);
/** A form about a student: a name with a class or a dormitory beside it; or about a person, and no teacher. */
const FORM = /姓 {0,4}名[ \t]{0,4}:?[ \t]{0,4}\n?(?=[\u4E00-\u9FFF])/g;
const OF_A_STUDENT = /年级|班级|学号|寝室|宿舍|生源|大[一二三四]/;
const OF_A_PERSON = /性 {0,4}别|民 {0,4}族|年 {0,4}龄|籍 {0,4}贯/;
const OF_A_TEACHER = /职 {0,4}[称务]|单 {0,4}位|部 {0,4}门|教研|导师|教师|讲师|教授|职工|工 {0,4}号|专 {0,4}家|主 ?讲/;
const FORM_REACH = 60;

/** Another name told together with the one before it. */
const AND_NEXT = /[、,和与及]/;
/** Teachers and experts who come up beside students. */
const TITLE = /^(?:老师|教师|教授|主任|博士后?|院士|医生|医师|书记|院长|处长|部长|校长|专家|咨询师)/;
/** Of names, in characters, the longest first. */
const LENGTHS = [4, 3, 2];
/** What may stand before a name that 「同学」 comes behind. */
const BEFORE_NAME = /[^\u4E00-\u9FFF*]|[的是让请对向和与给由到叫为被把因跟找像谢]/;

interface Named {
  readonly start: number;
  readonly end: number;
  readonly label: string | null;
}

export const names: Finder = { hint: new RegExp(`${PEOPLE}|姓`), find: findNames };

function findNames({ text, folded }: Scanned): PrivateMatch[] {
  const pseudonyms = pseudonymsIn(folded);
  const declared = declaresAllFictional(folded) ? ({ declaredFictional: true } as const) : {};
  const introduced = [...behindCues(folded), ...inForms(folded), ...beforeClassmate(folded)].filter(
    ({ start, end }) => !pseudonyms.has(folded.slice(start, end)),
  );
  return [...introduced, ...toldAgain(folded, introduced)].map(({ start, end, label }) => {
    return { kind: 'name', start, end, masked: maskRest(text.slice(start, end)), label, ...declared };
  });
}

/** 「学生李晓明……李晓明说」: a name once known, wherever it stands; the places where it was found are among them. */
function toldAgain(folded: string, introduced: readonly Named[]): Named[] {
  const known = new Set(introduced.map(({ start, end }) => folded.slice(start, end)));
  if (known.size === 0) return [];
  const heads = new Set([...known].map((name) => name.charAt(0)));
  const again: Named[] = [];
  for (let start = 0; start < folded.length; start += 1) {
    if (!heads.has(folded.charAt(start))) continue;
    const end = LENGTHS.map((length) => start + length).find((at) => known.has(folded.slice(start, at)));
    if (end !== undefined) again.push({ start, end, label: null });
  }
  return again;
}

function behindCues(folded: string): Named[] {
  return readEach(folded, CUE, (fit) => {
    const { label = '', name, mark } = fit.groups ?? {};
    const joint = name === undefined ? (mark === '' ? 'none' : 'mark') : 'name';
    return namesFrom(folded, fit.index + fit[0].length, joint, label);
  }).flat();
}

/** 「学生张晓明、李雪梅和王芳」 */
function namesFrom(folded: string, first: number, joint: Joint, label: string): Named[] | null {
  const named: Named[] = [];
  let start = first;
  for (let end = nameEndAt(folded, start, joint); end !== null; end = nameEndAt(folded, start, 'none')) {
    if (!TITLE.test(folded.slice(end, end + 3))) named.push({ start, end, label });
    if (!AND_NEXT.test(folded.charAt(end))) break;
    start = end + 1;
  }
  return named.length === 0 ? null : named;
}

function inForms(folded: string): Named[] {
  return readEach(folded, FORM, (fit) => {
    const start = fit.index + fit[0].length;
    const end = nameEndAt(folded, start, 'name');
    return end === null || !isOfStudent(folded, fit.index, end) ? null : { start, end, label: '姓名' };
  });
}

function isOfStudent(folded: string, start: number, end: number): boolean {
  const after = folded.slice(end, end + FORM_REACH);
  if (OF_A_STUDENT.test(after)) return true;
  return OF_A_PERSON.test(after) && !OF_A_TEACHER.test(folded.slice(Math.max(0, start - FORM_REACH), end + FORM_REACH));
}

/** 「请李雪梅同学」 */
function beforeClassmate(folded: string): Named[] {
  return readEach(folded, /同学/g, ({ index: end }) => {
    const start = [end - 4, end - 3, end - 2].find(
      (at) => at >= 0 && nameEndAt(folded, at, 'none') === end && (at === 0 || BEFORE_NAME.test(folded.charAt(at - 1))),
    );
    return start === undefined ? null : { start, end, label: '同学' };
  });
}
