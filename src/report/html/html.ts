/** Writing HTML: what is put into a template is text, whatever it holds, unless a template made it. */
import { safeText } from '../../util/safe-text.ts';

/** Markup that a template made. A class, so that no data can pass for it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

export type Content = string | number | Html | null | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element, or for an attribute in quotes; nothing in it can turn the line around or hide. */
export function escapeHtml(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Attributes are to be quoted. `null` and the empty list leave nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const parts = strings.map((string, index) => (index === 0 ? '' : toMarkup(values[index - 1] ?? null)) + string);
  return new Html(parts.join(''));
}

function toMarkup(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'object') return content.map(toMarkup).join('');
  return escapeHtml(String(content));
}

export const NOTHING: Html = new Html('');

/** Words from a stranger: they keep their own direction to themselves. */
export function bdi(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

const DOT: Html = html`<span class="dot"></span>`;

/** Pieces with a mark between, a dot unless told; those that are `null` are left out. */
export function join(pieces: readonly Content[], mark: Content = DOT): Html {
  const told = pieces.filter((piece) => piece !== null);
  return html`${told.map((piece, index) => (index === 0 ? piece : [mark, piece]))}`;
}
