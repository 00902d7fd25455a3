/**
 * Private data in the names of files and folders, and in what people say of works and waivers: a report tells of them masked,
 * wherever it repeats what was named.
 */
import type { Entry, Item, WorkspaceConfig } from '../model/submission.ts';
import { maskText } from '../text/privacy/mask.ts';

/** Data by length, each with its mask; empty for nearly every workspace. */
export type PrivateNames = ReadonlyMap<number, ReadonlyMap<string, string>>;

export interface Named {
  readonly entries: readonly Pick<Entry, 'path'>[];
  readonly items: readonly Item[];
  readonly config: Pick<WorkspaceConfig, 'waivers' | 'deadline'>;
}

export function findPrivateNames(named: Named): PrivateNames {
  const found = new Map<number, Map<string, string>>();
  for (const text of textsOf(named)) {
    // An item's name is in NFC whatever the file's is.
    for (const form of new Set([text, text.normalize('NFC')])) {
      for (const { start, end, masked } of maskText(form).found) {
        const alike = found.get(end - start) ?? new Map<string, string>();
        found.set(end - start, alike.set(form.slice(start, end), masked));
      }
    }
  }
  return found;
}

function textsOf({ entries, items, config }: Named): Set<string> {
  const texts = new Set(entries.flatMap(({ path }) => path.split('/')));
  const told = [
    ...items.flatMap(({ title, institution, fields: { number, reason } }) => [title, institution, number, reason]),
    ...config.waivers.flatMap(({ subject, reason }) => [subject, reason]),
    config.deadline?.source ?? null,
  ];
  for (const text of told) if (text !== null) texts.add(text);
  return texts;
}

/** Every string in plain data; keys are left alone. */
export function maskNames<T>(value: T, names: PrivateNames): T {
  if (names.size === 0) return value;
  const heads = new Set([...names.values()].flatMap((data) => [...data.keys()].map((datum) => datum.charCodeAt(0))));
  return maskDeep(value, (text) => maskIn(text, names, heads)) as T;
}

function maskDeep(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((inner) => maskDeep(inner, mask));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskDeep(inner, mask)]));
  }
  return value;
}

/** One look at each place of the text, however many data there are. @param heads the first units of all of them */
function maskIn(text: string, names: PrivateNames, heads: ReadonlySet<number>): string {
  let masked = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mask = heads.has(text.charCodeAt(at)) ? maskAt(text, at, names) : null;
    if (mask === null) continue;
    masked += text.slice(from, at) + mask;
    from = at + mask.length;
    at = from - 1;
  }
  return masked + text.slice(from);
}

/** A mask is as long as what it hides. */
function maskAt(text: string, at: number, names: PrivateNames): string | null {
  for (const [length, data] of names) {
    const mask = data.get(text.slice(at, at + length));
    if (mask !== undefined) return mask;
  }
  return null;
}
