/** Template text that was left in: what the forms say that were handed out, and what other forms say in its place. */
import type { Breach, TemplateTexts } from '../../model/rule.ts';
import type { TextBlock, TextPart } from '../../model/text-facts.ts';
import type { Spot } from '../../model/text-params.ts';
import { cutText } from '../../util/cut-text.ts';
import { defineRule, judged, SKIPPED } from '../define.ts';

/** Parts that the reader of the finished text sees. */
const PARTS: ReadonlySet<TextPart | undefined> = new Set([
  undefined,
  'text-box',
  'header',
  'footer',
  'footnote',
  'endnote',
]);
/** Shorter ones may stand in any text. */
const MIN_INSTRUCTION_LENGTH = 8;
const MAX_TOLD = 30;

const BRACKETED = /【[^【】]{1,200}】/g;
/** `【请填写…】`, `【此处插入图片】`; `【填写说明】` is a heading. */
const BLANK = /^【(?:请(?:在?此处?)?|(?:在?此处?))(?:填写|填入|插入|输入|补充)/;
/** What word processors put where nothing has been typed. */
const PROMPTS = [
  /[单点]击(?:或点击)?此处(?:可)?(?:输入|添加|编辑)(?:文字|文本|标题|副标题|内容|正文|日期)/g,
  /Clickor?(?:tap)?heretoenter(?:text|adate)/gi,
  /loremipsumdolorsitamet/gi,
];
/** `（此处填写活动时间）`, `（待补充）`. Questionnaires say `（请填写）` to those who fill them in. */
const NOTES = [
  /[（(［[〔](?:请)?在?(?:此处|这里)(?:请)?(?:填写|填入|输入|插入|补充|粘贴|添加)[^（()）［[\]〕]{0,40}[）)］\]〕]/g,
  /[（(［[〔【]待(?:补充?|填写?|完善|更新)[^（()）［[\]〕】]{0,20}[）)］\]〕】]/g,
];
/** A line that names something of the work itself, and has nothing but crosses behind it: `主讲人：XXX`. */
const CROSSED_OUT =
  /^(?:作品名称|案例名称|方案名称|微课名称|题目|标题|学校（单位）|牵头单位|报送单位|主讲人|负责人|作者|填报人|联系人)[：:](?:[XxＸｘ×＊*]{2,}|[_＿]{2,})(?:大学|学院|老师|教师|教授)?$/;

/** A line that says that something is still to come, and nothing else. */
const TO_COME = [
  /^(?:此处|这里|正文|内容|具体内容|详细内容|以下内容)?(?:待补充?|待完善|待填写?|待续写)[。.…]{0,6}$/,
  /^TODO(?:[：:].{0,200}|[。.…]{0,6}|[（(].{0,200}[）)])$/,
];
/** A line that tells of the work's own day, or has a value of it blank: `活动时间：XX月XX日`, `活动地点：______`. */
const CROSS = '[XxＸｘ×＊*_＿]';
const DAY = `(?:(?:20[\\dXxＸｘ×＊*_＿]{2}|${CROSS}{2,8})年)?${CROSS}{1,8}月${CROSS}{1,8}日`;
const BLANK_VALUE = new RegExp(
  `^(?:活动|举办|开展|会商|实施|报送|填报|填表)(?:名称|主题|时间|日期|地点|对象|目标)[：:](?:${DAY}|[_＿]{4,})$`,
);
/** Of crosses alone: a blank day under a blank signature is for parents to fill in. */
const CROSSED_DAY = /^(?:(?:20)?[XxＸｘ×]{2,4}年)?[XxＸｘ×]{2}月[XxＸｘ×]{2}日$/;
/** Lines by themselves, without white space. */
const LINES = [CROSSED_OUT, ...TO_COME, BLANK_VALUE, CROSSED_DAY];
/** Longer ones are no lines to be filled in. */
const MAX_LINE_LENGTH = 400;

type Found = readonly [grade: 'default' | 'likely', text: string];

export const placeholder = defineRule({
  id: 'document/placeholder',
  on: 'document',
  severities: { default: 'error', likely: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts, asset }, { templates }) {
    if (facts.characters === null) return SKIPPED;
    const instructions = [...templates.instructions].filter(({ length }) => length >= MIN_INSTRUCTION_LENGTH);
    const spots: Record<Found[0], Spot[]> = { default: [], likely: [] };
    for (const block of facts.blocks) {
      if (!PARTS.has(block.at.part)) continue;
      for (const [grade, text] of findIn(block, templates, instructions))
        spots[grade].push({ ...block.at, found: cut(text) });
    }
    return judged([...breachOf('default', spots.default, asset.path), ...breachOf('likely', spots.likely, asset.path)]);
  },
});

function breachOf(grade: Found[0], spots: readonly Spot[], path: string): Breach<'document/placeholder'>[] {
  const [first] = spots;
  if (first === undefined) return [];
  const { found: _, ...at } = first;
  return [{ grade, at, actual: String(spots.length), expected: '0', params: { path, spots } }];
}

/** White space is no part of what is looked for: pages break lines anywhere. */
function findIn({ text }: TextBlock, { blanks }: TemplateTexts, instructions: readonly string[]): Found[] {
  const compact = text.replace(/\s+/g, '');
  const bracketed = allOf(compact, BRACKETED).filter((one) => blanks.has(one) || BLANK.test(one));
  const certain = [
    ...bracketed,
    ...instructions.filter((one) => compact.includes(one)),
    ...PROMPTS.flatMap((prompt) => allOf(compact, prompt)),
  ];
  const unfinished = text.split('\n').filter((line) => isUnfinished(line.replace(/\s+/g, '')));
  const likely = [...NOTES.flatMap((note) => allOf(compact, note)), ...unfinished];
  return [...certain.map((one): Found => ['default', one]), ...likely.map((one): Found => ['likely', one.trim()])];
}

function isUnfinished(line: string): boolean {
  return line.length <= MAX_LINE_LENGTH && LINES.some((pattern) => pattern.test(line));
}

function allOf(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

function cut(text: string): string {
  return text.length <= MAX_TOLD ? text : `${cutText(text, MAX_TOLD - 2)}..`;
}
