/** The links of the page in a package, followed as a browser follows them. Used by tests only. */
import type { BagFiles } from './bag-reader-for-tests.ts';

export const PAGE = '00-请先看.html';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', '#39': "'" };

/** Links to what is not there, and files of works that no link leads to. */
export function linkProblems(files: BagFiles): string[] {
  const linked = new Set(linksOf(files.get(PAGE)?.toString() ?? ''));
  const works = [...files.keys()].filter((path) => path.includes('/'));
  return [
    ...[...linked].filter((path) => !files.has(path)).map((path) => `${path} is not there`),
    ...works.filter((path) => !linked.has(path)).map((path) => `no link leads to ${path}`),
  ];
}

/** Paths from the folder that the page lies in. */
function linksOf(text: string): string[] {
  const hrefs = [...text.matchAll(/ href="(?!#|data:,)([^"]*)"/g)].map(([, href = '']) =>
    href.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  );
  const base = new URL('file:///media/usb/');
  return hrefs.map((href) => decodeURIComponent(new URL(href, base).href.slice(base.href.length)));
}
