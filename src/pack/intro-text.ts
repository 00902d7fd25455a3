/** What a work's intro says, to be pasted: from item.yaml or the sheet, or out of the document that holds it. */
import type { DocumentFacts } from '../model/document-facts.ts';
import type { FileFacts } from '../model/facts.ts';
import type { Category } from '../model/spec.ts';
import type { Asset, Item } from '../model/submission.ts';
import type { TextBlock } from '../model/text-facts.ts';
import { sectionFacts } from '../text/document/section.ts';

export interface IntroText {
  readonly text: string;
  /** The document that was read; `null` for a text of item.yaml or of the sheet. */
  readonly asset: Asset | null;
}

/** Longer ones are the script of a lecture: people take from the document what they need. In UTF-16 units. */
const MAX_LENGTH = 2_000;

/** `null` where a document is not the only one, cannot be read, is too long, or holds private data: those are masked here. */
export function introText(
  { fields, assets }: Item,
  { slots }: Category,
  facts: ReadonlyMap<string, FileFacts>,
): IntroText | null {
  if (fields.intro !== null) return { text: fields.intro, asset: null };
  const slot = slots.find(({ textField }) => textField === 'intro');
  const [asset, ...others] = assets.filter((one) => slot !== undefined && one.slot === slot.id);
  if (asset === undefined || others.length > 0) return null;
  const document = documentOf(asset, facts);
  if (document === null || document.privateData.length > 0) return null;
  const text = bodyText(document.blocks);
  return text === '' || text.length > MAX_LENGTH ? null : { text, asset };
}

/** Without the title above it: portals have a field of its own for that. */
function bodyText(blocks: readonly TextBlock[]): string {
  const body = blocks.filter(({ at }) => at.part === undefined);
  const isTitled = body[0]?.heading !== undefined && body.length > 1;
  const lines = body.slice(isTitled ? 1 : 0).map(({ text }) => text);
  return lines.join('\n').trim();
}

function documentOf({ path, source }: Asset, facts: ReadonlyMap<string, FileFacts>): DocumentFacts | null {
  const content = facts.get(path)?.content;
  if (!content?.ok || content.value.kind !== 'document') return null;
  if (source.type === 'section') return sectionFacts(content.value, source.first, source.last);
  return source.type === 'file' ? content.value : null;
}
