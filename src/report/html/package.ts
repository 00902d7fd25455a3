/** How to go on from the page in a package: files are a click away, and what belongs to no work stands here. */
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import { formatSize } from '../../util/format.ts';
import { type Content, html, join } from './html.ts';
import { packedLink } from './links.ts';
import { namedSection, type Section } from './section.ts';
import type { View } from './view.ts';

export function renderPackage({ options: { words, packed } }: View): Section | null {
  if (packed === null) return null;
  const { packed: say } = words;
  const [name, table] =
    packed.layout === 'upload' ? [say.uploadLog, PACKAGE_FILES.uploadLog] : [say.summary, PACKAGE_FILES.summary];
  const rows: (readonly [name: string, file: Content])[] = [
    [name, packedLink(table)],
    ...packed.assets.map(
      ({ slotName, path, sizeBytes }) => [slotName, join([packedLink(path), formatSize(sizeBytes)])] as const,
    ),
  ];
  return namedSection('package', words, [
    html`<p>${say.open}</p>`,
    html`<dl class="material">${rows.map(([term, file]) => html`<div><dt>${term}</dt><dd>${file}</dd></div>`)}</dl>`,
  ]);
}
