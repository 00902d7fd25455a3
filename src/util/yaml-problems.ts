/**
 * Reads a YAML file against a zod schema and says what is wrong where an editor would show it: line, column and path.
 * YAML 1.2 core schema: no tag runs or builds anything.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Tags,
  type YAMLError,
} from 'yaml';
import type * as z from 'zod';
import { cutText } from './cut-text.ts';
import { nearest } from './order.ts';
import { YAML_WORDS, type YamlLanguage, type YamlWords } from './yaml-words.ts';
import { type FlatIssue, flattenIssues, knownKeys, wordIssue } from './zod-issues.ts';

export interface YamlProblem {
  /** 1-based; `null` when no place in the file can be named. */
  readonly line: number | null;
  /** 1-based, in UTF-16 units. */
  readonly column: number | null;
  /** `categories[0].quota.min`; empty for the file itself. */
  readonly at: string;
  readonly message: string;
}

export type YamlResult<T> =
  | { readonly ok: true; readonly value: T; readonly document: Document.Parsed }
  | { readonly ok: false; readonly problems: YamlProblem[] };

/** Files that people write by hand stay far below this. */
const MAX_LENGTH = 1024 * 1024;
const MAX_ALIASES = 100;
/** One wrong line can break every line after it: the first faults are the ones to mend. */
const MAX_SYNTAX_PROBLEMS = 10;
const MAX_PROBLEMS = 50;
const MAX_KEY_SHOWN = 60;
const INTEGER_TAG = 'tag:yaml.org,2002:int';

interface Source {
  readonly text: string;
  readonly lines: LineCounter;
  readonly words: YamlWords;
}

export interface ReadYamlOptions {
  /** zh-CN unless told. */
  readonly language?: YamlLanguage;
}

export interface ParseYamlOptions extends ReadYamlOptions {
  /** Changes what was read before it is checked; `locate` leads from a path in the outcome back to one in the file. */
  prepare?(value: unknown): { readonly value: unknown; locate(path: readonly PropertyKey[]): readonly PropertyKey[] };
}

/** An empty file reads as an empty mapping. Faults come in the order of the file. */
export function parseYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  options: ParseYamlOptions = {},
): YamlResult<z.output<S>> {
  const source = sourceOf(text, options);
  const parsed = readDocument(source);
  if (!parsed.ok) return parsed;
  const own = parsed.value ?? {};
  const { value, locate } = options.prepare?.(own) ?? { value: own, locate: (path: readonly PropertyKey[]) => path };
  const result = schema.safeParse(value, { error: wordIssue(source.words), reportInput: true });
  if (result.success) return { ok: true, value: result.data, document: parsed.document };
  const issues = flattenIssues(result.error.issues, source.words).slice(0, MAX_PROBLEMS);
  return failed(issues.map((issue) => issueProblem(issue, locate(issue.path), schema, parsed.document, source)));
}

/** The plain value of a YAML file, with no schema to hold it against; `null` when it is empty. */
export function readYaml(text: string, options: ReadYamlOptions = {}): YamlResult<unknown> {
  return readDocument(sourceOf(text, options));
}

function sourceOf(text: string, { language = 'zh-CN' }: ReadYamlOptions): Source {
  return { text, lines: new LineCounter(), words: YAML_WORDS[language] };
}

function readDocument(source: Source): YamlResult<unknown> {
  const { text, lines, words } = source;
  if (text.length > MAX_LENGTH) return failed([fileProblem(words.tooLong)]);
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      merge: false,
      prettyErrors: false,
      logLevel: 'error',
      customTags: plainIntegers,
    });
    const faults = [...document.errors, ...document.warnings].slice(0, MAX_SYNTAX_PROBLEMS);
    if (faults.length > 0) return failed(faults.map((fault) => syntaxProblem(fault, source)));
    return { ok: true, value: document.toJS({ maxAliasCount: MAX_ALIASES }), document };
  } catch (error) {
    if (error instanceof ReferenceError) return failed([fileProblem(words.aliases)]);
    if (error instanceof RangeError) return failed([fileProblem(words.tooDeep)]);
    throw error;
  }
}

/** `01` and `+86` are words that begin with digits, and a number of 16 digits would lose its last: all stay text. */
function plainIntegers(tags: Tags): Tags {
  return tags.map((tag) => {
    if (typeof tag === 'string' || !('test' in tag) || tag.tag !== INTEGER_TAG || !tag.test?.test('10')) return tag;
    return { ...tag, test: /^-?(?:0|[1-9][0-9]{0,14})$/ };
  });
}

function syntaxProblem(fault: YAMLError, { text, lines, words }: Source): YamlProblem {
  const place = lines.linePos(fault.pos[0]);
  const line = text.split('\n')[place.line - 1] ?? '';
  const hint = /^[^#:]*：/.test(line) ? words.wideColon : '';
  return { line: place.line, column: place.col, at: '', message: words.syntax(fault.code) + hint };
}

function issueProblem(
  issue: FlatIssue,
  filePath: readonly PropertyKey[],
  schema: z.ZodType,
  document: Document.Parsed,
  source: Source,
): YamlProblem {
  const offset = offsetOf(document, filePath, issue.unknownKey === null ? 'value' : 'key');
  const place = offset === null ? null : source.lines.linePos(offset);
  const message =
    issue.unknownKey === null ? issue.message : unknownKey(issue.unknownKey, issue.path, schema, source.words);
  return { line: place?.line ?? null, column: place?.col ?? null, at: formatPath(filePath), message };
}

function unknownKey(key: string, path: readonly PropertyKey[], schema: z.ZodType, words: YamlWords): string {
  const known = knownKeys(schema, path.slice(0, -1));
  const shown = cutText(key, MAX_KEY_SHOWN);
  return words.unknownKey(shown, nearest(shown, known), known);
}

/** Where the value at `path` begins, or its key (asked for, or when it is empty or a collection); else the nearest that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], part: 'key' | 'value'): number | null {
  let node: Node | null = document.contents;
  let offset: number | null = null;
  for (const segment of path) {
    const next = step(isAlias(node) ? (node.resolve(document) ?? null) : node, segment);
    if (next === null) return offset;
    offset = next.key?.range?.[0] ?? next.value?.range?.[0] ?? offset;
    node = next.value;
  }
  const showsValue = part === 'value' && isScalar(node) && node.value !== null;
  return (showsValue ? node?.range?.[0] : undefined) ?? offset;
}

function step(node: Node | null, segment: PropertyKey): { key: Node | null; value: Node | null } | null {
  if (isSeq(node)) {
    const value = node.items[Number(segment)] as Node | undefined;
    return value === undefined ? null : { key: null, value };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
  return pair === undefined ? null : { key: pair.key as Node, value: (pair.value as Node | null) ?? null };
}

/** `waivers[0].reason`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'number') return `${text}[${segment}]`;
    return text === '' ? String(segment) : `${text}.${String(segment)}`;
  }, '');
}

function fileProblem(message: string): YamlProblem {
  return { line: null, column: null, at: '', message };
}

function failed(problems: YamlProblem[]): { ok: false; problems: YamlProblem[] } {
  const rank = (problem: YamlProblem): number => (problem.line ?? 0) * 10_000 + (problem.column ?? 0);
  return { ok: false, problems: problems.toSorted((a, b) => rank(a) - rank(b)) };
}
