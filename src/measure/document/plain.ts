/** Facts of a plain text or of Markdown: a block for each line with text. */
import type { DocumentFacts } from '../../model/document-facts.ts';
import type { Measured } from '../../model/facts.ts';
import type { TextBlock } from '../../model/text-facts.ts';
import { documentFacts } from '../../text/document/facts.ts';
import { markdownBlocks, plainBlocks } from '../../text/document/lines.ts';
import { decodeText } from '../../text/encoding/decode.ts';
import { type FileSource, MAX_TEXT_BYTES, readWhole } from '../text/read-whole.ts';

const BLOCKS = { md: markdownBlocks, txt: plainBlocks } as const satisfies Record<
  string,
  (text: string) => Iterable<TextBlock>
>;

export type PlainFormat = keyof typeof BLOCKS;

/** Fails with 'undecodable', 'too-large' or 'unreadable'. */
export async function readPlain(source: FileSource, format: PlainFormat): Promise<Measured<DocumentFacts>> {
  const bytes = await readWhole(source, MAX_TEXT_BYTES);
  const decoded = bytes.ok ? decodeText(bytes.value) : bytes;
  if (!decoded.ok) return decoded;
  return { ok: true, value: documentFacts({ format, blocks: BLOCKS[format](decoded.value.text) }) };
}
