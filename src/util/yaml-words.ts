/** What is wrong with a YAML file, in words: one complete table a language. */
import type { ErrorCode } from 'yaml';

export type YamlLanguage = 'zh-CN' | 'en';

/** A bound that a value missed. */
export interface Bound {
  readonly of: 'text' | 'number' | 'list';
  readonly limit: string;
  readonly inclusive: boolean;
}

export interface YamlWords {
  readonly types: Readonly<Record<string, string>>;
  readonly missing: string;
  /** The words of an example, where something of one's own was asked for. */
  readonly blank: string;
  readonly invalid: string;
  readonly tooDeep: string;
  readonly tooLong: string;
  readonly aliases: string;
  /** Added where a line holds the colon of a Chinese keyboard. */
  readonly wideColon: string;
  readonly or: string;
  type(expected: string, received: string): string;
  oneOf(values: readonly string[]): string;
  expected(form: string): string;
  /** @param character as it can be shown: `\u{1B}` */
  unsafe(character: string): string;
  tooSmall(bound: Bound): string;
  tooBig(bound: Bound): string;
  multipleOf(divisor: string): string;
  unknownKey(key: string, near: readonly string[], known: readonly string[]): string;
  syntax(code: ErrorCode): string;
}

const CHINESE_SYNTAX: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: '引用（*）找不到对应的锚点（&）',
  BAD_DQ_ESCAPE: '双引号内的转义写法不对，改用单引号即可',
  BAD_INDENT: '缩进不对，同一级的各行要左对齐',
  BAD_SCALAR_START: '以特殊符号开头的文字要加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，含冒号的文字要加引号',
  BLOCK_IN_FLOW: '方括号或花括号没有写完',
  DUPLICATE_KEY: '这一项重复出现，只能写一次',
  KEY_OVER_1024_CHARS: '项的名称过长',
  MISSING_CHAR: '缺少符号：冒号后要有空格，引号和括号要成对',
  MULTILINE_IMPLICIT_KEY: '这一行缺少冒号，或冒号后没有空格',
  MULTIPLE_DOCS: '一个文件只能有一份内容，请删去 --- 分隔行',
  NON_STRING_KEY: '项的名称应为文字',
  TAB_AS_INDENT: '缩进要用空格，不能用 Tab',
  TAG_RESOLVE_FAILED: '不接受类型标记（!…），请删去',
  UNEXPECTED_TOKEN: '此处的符号多余',
};

const ENGLISH_SYNTAX: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'an alias (*) without its anchor (&)',
  BAD_DQ_ESCAPE: 'a wrong escape in double quotes; use single quotes',
  BAD_INDENT: 'wrong indentation',
  BAD_SCALAR_START: 'text that begins with this character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'two colons in a line; text with a colon needs quotes',
  BLOCK_IN_FLOW: 'an unfinished bracket or brace',
  DUPLICATE_KEY: 'this key is there twice',
  KEY_OVER_1024_CHARS: 'a key that is too long',
  MISSING_CHAR: 'a missing character: a space after the colon, or a closing quote or bracket',
  MULTILINE_IMPLICIT_KEY: 'a line without a colon, or without a space after it',
  MULTIPLE_DOCS: 'one document a file; remove the --- line',
  NON_STRING_KEY: 'a key must be text',
  TAB_AS_INDENT: 'indent with spaces, not tabs',
  TAG_RESOLVE_FAILED: 'type tags (!…) are not accepted',
  UNEXPECTED_TOKEN: 'an unexpected character',
};

const CHINESE: YamlWords = {
  types: {
    string: '文字',
    number: '数字',
    int: '整数',
    boolean: 'true 或 false',
    array: '列表',
    object: '「名称: 内容」的组合',
    record: '「名称: 内容」的组合',
    null: '空白',
  },
  missing: '缺少这一项',
  blank: '还是样例里的字样，请改成实际情况',
  invalid: '写法不对',
  tooDeep: '层次过多，无法读取',
  tooLong: '文件过大，无法读取',
  aliases: '引用（*）展开后过大，已停止读取',
  wideColon: '；冒号要用半角（:），后面加一个空格',
  or: '或',
  type: (expected, received) => `应为${expected}，现为${received}`,
  oneOf: (values) => `应为以下之一：${values.join('、')}`,
  expected: (form) => `应为 ${form}`,
  unsafe: (character) => `要写在一行里，不能有换行、控制字符和看不见的字符，现有 ${character}，请删去`,
  tooSmall: ({ of, limit, inclusive }) => {
    if (of === 'number') return inclusive ? `不能小于 ${limit}` : `应大于 ${limit}`;
    if (limit === '1') return '不能为空';
    return of === 'text' ? `至少要 ${limit} 个字` : `至少要 ${limit} 项`;
  },
  tooBig: ({ of, limit, inclusive }) => {
    if (of === 'number') return inclusive ? `不能大于 ${limit}` : `应小于 ${limit}`;
    return of === 'text' ? `不能超过 ${limit} 个字` : `不能超过 ${limit} 项`;
  },
  multipleOf: (divisor) => `应为 ${divisor} 的倍数`,
  unknownKey: (key, near, known) =>
    near.length > 0
      ? `没有「${key}」这一项，是否为 ${near.join('、')}？`
      : `没有「${key}」这一项，可用：${known.join('、')}`,
  syntax: (code) => CHINESE_SYNTAX[code] ?? '不符合 YAML 的写法',
};

const ENGLISH: YamlWords = {
  types: {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping',
    record: 'a mapping',
    null: 'nothing',
  },
  missing: 'this key is missing',
  blank: 'still the words of the example; write your own',
  invalid: 'not valid',
  tooDeep: 'nested too deeply to read',
  tooLong: 'too large to read',
  aliases: 'aliases (*) that grow too large',
  wideColon: '; the colon must be an ASCII one (:) with a space after it',
  or: ' or ',
  type: (expected, received) => `expected ${expected}, found ${received}`,
  oneOf: (values) => `expected one of: ${values.join(', ')}`,
  expected: (form) => `expected ${form}`,
  unsafe: (character) =>
    `must be one line without line breaks, control or invisible characters; remove the ${character}`,
  tooSmall: ({ of, limit, inclusive }) => {
    if (of === 'number') return inclusive ? `must be at least ${limit}` : `must be more than ${limit}`;
    if (limit === '1') return 'must not be empty';
    return of === 'text' ? `needs at least ${limit} characters` : `needs at least ${limit} entries`;
  },
  tooBig: ({ of, limit, inclusive }) => {
    if (of === 'number') return inclusive ? `must be at most ${limit}` : `must be less than ${limit}`;
    return of === 'text' ? `must have at most ${limit} characters` : `must have at most ${limit} entries`;
  },
  multipleOf: (divisor) => `must be a multiple of ${divisor}`,
  unknownKey: (key, near, known) =>
    near.length > 0
      ? `unknown key "${key}"; did you mean ${near.join(', ')}?`
      : `unknown key "${key}"; known: ${known.join(', ')}`,
  syntax: (code) => ENGLISH_SYNTAX[code] ?? 'not valid YAML',
};

export const YAML_WORDS: Readonly<Record<YamlLanguage, YamlWords>> = { 'zh-CN': CHINESE, en: ENGLISH };
