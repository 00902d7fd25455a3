/** Gathers the blocks of one document: counts all of them, and keeps what is of use. */
import type { PrivateDatum, TextBlock, TextPart } from '../../model/text-facts.ts';
import { countCharacters } from '../../util/count-characters.ts';
import { cutText } from '../../util/cut-text.ts';
import { seamBefore, UnkeptText } from './unkept.ts';
import { countWords } from './word-count.ts';

/** A doctoral thesis has some 150,000. */
export const MAX_KEPT_CHARACTERS = 300_000;
export const MAX_KEPT_BLOCKS = 50_000;

/** What word processors count beside the body: 「包括文本框、脚注和尾注」. */
const COUNTED_PARTS: ReadonlySet<TextPart> = new Set(['text-box', 'footnote', 'endnote']);

/** Blocks kept, up to a limit of blocks and of characters; the block that passes it is cut. What is not kept is still masked. */
class BlockList {
  readonly blocks: TextBlock[] = [];
  readonly unkept = new UnkeptText();
  #room = MAX_KEPT_CHARACTERS;

  add(block: TextBlock): void {
    const isFull = this.#room <= 0 || this.blocks.length >= MAX_KEPT_BLOCKS;
    const kept = isFull ? '' : keptPart(block.text, this.#room);
    if (kept !== '') this.blocks.push({ ...block, text: copyOf(kept) });
    if (kept.length < block.text.length) this.unkept.add({ ...block, text: block.text.slice(kept.length) });
    this.#room -= block.text.length;
  }
}

/** Up to a place where no number and no name is parted, if there is one near the end. */
function keptPart(text: string, room: number): string {
  return text.length <= room ? text : cutText(text, seamBefore(text, room));
}

/** V8 lets a piece keep the whole text alive that it was cut from. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

export class TextCollector {
  readonly #body = new BlockList();
  readonly #aside = new BlockList();
  #characters = 0;
  #words = 0;

  /** Takes a block in the order of the document; one without text is passed over. */
  add(block: TextBlock): void {
    const characters = countCharacters(block.text);
    if (characters === 0) return;
    const { part } = block.at;
    (part === undefined ? this.#body : this.#aside).add(block);
    if (part !== undefined && !COUNTED_PARTS.has(part)) return;
    this.#characters += characters;
    this.#words += countWords(block.text);
  }

  /** The body's blocks, then those of the other parts, each in order. */
  get blocks(): TextBlock[] {
    return [...this.#body.blocks, ...this.#aside.blocks];
  }

  /** In the text beyond the limits. To be asked for at the end. */
  get unkeptData(): PrivateDatum[] {
    return [...this.#body.unkept.finish(), ...this.#aside.unkept.finish()];
  }

  /** Of the body, text boxes and notes, kept or not: characters that are not white space, and 字数. */
  get counts(): { readonly characters: number; readonly wordCount: number } {
    return { characters: this.#characters, wordCount: this.#words };
  }
}
