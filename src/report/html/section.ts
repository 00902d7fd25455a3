/** Parts of the page with a heading of the second level. */
import type { HtmlScreen, HtmlSection } from '../../i18n/screens-html.ts';
import { type Content, type Html, html } from './html.ts';

export interface Section {
  /** The element's id. */
  readonly id: string;
  /** As the table of contents has it. */
  readonly name: string;
  readonly markup: Html;
}

export function namedSection(id: HtmlSection, { sections }: HtmlScreen, body: Content): Section {
  return section(id, sections[id], body);
}

/** @param aside put behind the name, in the heading only */
export function section(id: string, name: string, body: Content, aside: Content = null): Section {
  const markup = html`<section id="${id}">
<h2>${name}${aside}</h2>
${body}
</section>`;
  return { id, name, markup };
}

/** A table that may be wider than the page: it can be scrolled, by keyboard too. */
export function scrollable(label: string, table: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}
