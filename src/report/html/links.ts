/** Files of the report, as links where the page lies beside them. */
import { baseName } from '../../model/file-names.ts';
import { bdi, type Html, html } from './html.ts';
import type { HtmlOptions } from './options.ts';

/** The file's name; its path is told to who points at it. */
export function fileLink(path: string, { links }: Pick<HtmlOptions, 'links'>): Html {
  const target = links?.get(path);
  const name = bdi(baseName(path));
  if (target === undefined) return html`<span title="${path}">${name}</span>`;
  return html`<a href="${relativeUri(target)}" title="${path}">${name}</a>`;
}

/** Begins with `./`, so that no name can pass for a scheme, a host or a root. */
export function relativeUri(path: string): string {
  // Half a character has no UTF-8: U+FFFD stands in for it.
  const segments = path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent);
  return `./${segments.join('/')}`;
}
