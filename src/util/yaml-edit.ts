/** Changes single keys of a YAML file that people keep by hand, and leaves every other character as it stands. */
import { Document, isMap, isScalar, type Pair, parseDocument, type Scalar, stringify } from 'yaml';

export type YamlScalar = string | number;

/** Keys at the top of the file with their new value; `null` takes a key away. */
export type YamlChanges = Readonly<Record<string, YamlScalar | null>>;

/**
 * The text with `changes` made. The text must be a YAML mapping, or hold nothing but comments.
 * Where a change cannot be made in place (a flow mapping, an anchor), the file is written anew, comments kept.
 */
export function editYaml(text: string, changes: YamlChanges): string {
  let edited = text;
  for (const [key, value] of Object.entries(changes)) edited = changeKey(edited, key, value);
  return edited;
}

/**
 * The text with one value inside it changed, and every other character kept.
 * @param path keys and places in lists, from the top, to a value that is there
 */
export function replaceYamlText(text: string, path: readonly (string | number)[], value: string): string {
  const document = parseDocument(text);
  const [start = 0, end = 0] = (document.getIn(path, true) as Scalar).range ?? [];
  document.setIn(path, value);
  const wanted = JSON.stringify(document.toJS());
  const inPlace = [scalarText(value), JSON.stringify(value)].map((one) => splice(text, start, end - start, one));
  const kept = inPlace.find((edited) => {
    const after = parseDocument(edited);
    return after.errors.length === 0 && JSON.stringify(after.toJS()) === wanted;
  });
  return kept ?? document.toString({ lineWidth: 0 }).replaceAll('\n', lineEndOf(text));
}

function changeKey(text: string, key: string, value: YamlScalar | null): string {
  const spliced = spliceKey(text, key, value);
  return holds(spliced, text, key, value) ? spliced : rewrite(text, key, value);
}

function spliceKey(text: string, key: string, value: YamlScalar | null): string {
  const { contents } = parseDocument(text);
  const pair = isMap(contents) ? contents.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined;
  if (pair === undefined) return value === null ? text : append(text, key, value);
  return value === null ? removePair(text, pair) : replaceValue(text, pair, value);
}

function append(text: string, key: string, value: YamlScalar): string {
  const lineEnd = lineEndOf(text);
  const separator = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return `${text}${separator}${key}: ${scalarText(value)}${lineEnd}`;
}

function replaceValue(text: string, pair: Pair, value: YamlScalar): string {
  const keyEnd = (pair.key as Scalar).range?.[1] ?? 0;
  const [start, end] = (pair.value as Scalar | null)?.range ?? [keyEnd, keyEnd];
  if (start === end) return splice(text, text.indexOf(':', keyEnd) + 1, 0, ` ${scalarText(value)}`);
  const lineEnd = text[end - 1] === '\n' ? lineEndOf(text) : ''; // a block scalar ends after its line
  return splice(text, start, end - start, scalarText(value) + lineEnd);
}

function removePair(text: string, pair: Pair): string {
  const keyStart = (pair.key as Scalar).range?.[0] ?? 0;
  const start = text.lastIndexOf('\n', keyStart) + 1;
  const valueEnd = Math.max((pair.value as Scalar | null)?.range?.[1] ?? 0, (pair.key as Scalar).range?.[1] ?? 0);
  const newline = text[valueEnd - 1] === '\n' ? valueEnd - 1 : text.indexOf('\n', valueEnd);
  return splice(text, start, (newline === -1 ? text.length : newline + 1) - start, '');
}

/** Whether the edit did what it should and nothing else. */
function holds(edited: string, original: string, key: string, value: YamlScalar | null): boolean {
  const after = parseDocument(edited);
  if (after.errors.length > 0) return false;
  const wanted: unknown = parseDocument(original).toJS() ?? {};
  const { [key]: _, ...others } = wanted as Record<string, unknown>;
  const found = (after.toJS() ?? {}) as Record<string, unknown>;
  const { [key]: written, ...rest } = found;
  return JSON.stringify(rest) === JSON.stringify(others) && (written ?? null) === value;
}

function rewrite(text: string, key: string, value: YamlScalar | null): string {
  const parsed = parseDocument(text);
  const document = isMap(parsed.contents) ? parsed : new Document({});
  if (value === null) document.delete(key);
  else document.set(key, value);
  return document.toString({ lineWidth: 0 }).replaceAll('\n', lineEndOf(text));
}

/** One line, quoted where the words need it. */
function scalarText(value: YamlScalar): string {
  const quoting = String(value).includes('\n') ? ({ defaultStringType: 'QUOTE_DOUBLE' } as const) : {};
  return stringify(value, { lineWidth: 0, ...quoting }).trimEnd();
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function splice(text: string, start: number, length: number, insert: string): string {
  return text.slice(0, start) + insert + text.slice(start + length);
}
