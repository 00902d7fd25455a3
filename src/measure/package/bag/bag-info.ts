/** `bag-info.txt` (RFC 8493, 2.2.2). */
import type { BagFacts } from '../../../model/package-facts.ts';

interface OpenTag {
  readonly line: number;
  readonly name: string;
  /** The value, and its continuations. */
  readonly parts: string[];
}

/** A line that does not keep to the form is named, and read all the same where its meaning is plain. */
export function readBagInfo(lines: Iterable<string>, isFinal: boolean): NonNullable<BagFacts['info']> {
  const tags: OpenTag[] = [];
  const badLines: number[] = [];
  let line = 0;
  for (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const last = tags.at(-1);
    const name = text.slice(0, Math.max(0, text.indexOf(':')));
    if (/^[ \t]/.test(text) && last !== undefined) last.parts.push(text.trim());
    else {
      const value = text.slice(name.length + 1);
      if (!isTag(name, value, isFinal)) badLines.push(line);
      if (name.trim() !== '') tags.push({ line, name: name.trim(), parts: [value.trim()] });
    }
  }
  return {
    tags: tags.map(({ parts, ...tag }) => ({ ...tag, value: parts.filter((part) => part !== '').join(' ') })),
    badLines,
  };
}

/** One linear whitespace character after the colon and none before it; drafts before 1.0 had any number of both. */
function isTag(name: string, value: string, isFinal: boolean): boolean {
  if (!isFinal) return name.trim() !== '';
  return name !== '' && name === name.trim() && /^[ \t]/.test(value);
}
