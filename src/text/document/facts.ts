/** Facts of a document from its text. What people must not read in a report is masked here, before anything leaves. */
import { type DocumentExtras, type DocumentFacts, NO_EXTRAS } from '../../model/document-facts.ts';
import type { TextBlock, TextPart } from '../../model/text-facts.ts';
import { maskBlocks } from '../privacy/mask.ts';
import { TextCollector } from './collect.ts';

const MAX_FIRST_LINE = 60;
/** Where a first line is looked for, in this order. */
const FIRST_LINE_PARTS: readonly (TextPart | undefined)[] = [undefined, 'text-box'];

export interface RawDocument {
  readonly format: string;
  /** In the order of the document; their text is not masked yet. */
  readonly blocks: Iterable<TextBlock>;
  readonly pages?: number | null;
  readonly extras?: DocumentExtras;
}

export function documentFacts({ blocks, ...rest }: RawDocument): DocumentFacts {
  const collected = new TextCollector();
  for (const block of blocks) collected.add(block);
  return collectedFacts({ ...rest, collected });
}

/** For readers that meet more text than can be kept. */
export function collectedFacts({
  format,
  collected,
  pages = null,
  extras = NO_EXTRAS,
}: Omit<RawDocument, 'blocks'> & { readonly collected: TextCollector }): DocumentFacts {
  const { blocks, privateData } = maskBlocks(collected.blocks);
  const firstLine = findFirstLine(blocks);
  const all = [...privateData, ...collected.unkeptData];
  return { kind: 'document', format, ...collected.counts, pages, firstLine, blocks, privateData: all, extras };
}

/** Facts of a document whose text nobody here can read: a format without a reader, or characters that say nothing. */
export function unreadFacts(
  format: string,
  { pages = null, extras = NO_EXTRAS }: Pick<RawDocument, 'pages' | 'extras'> = {},
): DocumentFacts {
  const unknown = { characters: null, wordCount: null, firstLine: null, blocks: [], privateData: [] };
  return { kind: 'document', format, pages, extras, ...unknown };
}

function findFirstLine(masked: readonly TextBlock[]): string | null {
  const inOrder = FIRST_LINE_PARTS.map((part) => masked.find(({ at }) => at.part === part));
  const block = inOrder.find((one) => one !== undefined);
  const line = block && /\S[^\n\r]*/.exec(block.text)?.[0];
  return line ? cut(line.replace(/\s+/g, ' ').trim()) : null;
}

function cut(line: string): string {
  const characters = [...line.slice(0, 2 * MAX_FIRST_LINE + 2)];
  return characters.length <= MAX_FIRST_LINE ? line : `${characters.slice(0, MAX_FIRST_LINE - 2).join('')}..`;
}
