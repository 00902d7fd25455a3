/** Files of the report, as links where the page lies beside them. */
import { baseName } from '../../model/file-names.ts';
import { bdi, type Html, html } from './html.ts';
import type { View } from './view.ts';

type Links = Pick<View, 'links'>;

/** The file's name; its path is told to who points at it. */
export function fileLink(path: string, { links }: Links): Html {
  const target = links.get(path);
  return target === undefined ? html`<span title="${path}">${bdi(baseName(path))}</span>` : packedLink(target);
}

/** A file in the package, from its root. */
export function packedLink(path: string): Html {
  return html`<a href="${relativeUri(path)}" title="${path}">${bdi(baseName(path))}</a>`;
}

/** Names may have been changed in the package. */
export function fileName(path: string, { links }: Links): Html {
  return bdi(baseName(links.get(path) ?? path));
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
