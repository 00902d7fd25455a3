/** Where in a text something stands, in Chinese. */
import type { TextPart, TextPlace } from '../../model/text-facts.ts';
import { SPOTS_IN_MESSAGE, type Spot } from '../../model/text-params.ts';
import { formatDuration } from '../../util/format.ts';

export const PARTS_ZH: Record<TextPart, string> = {
  header: '页眉',
  footer: '页脚',
  footnote: '脚注',
  endnote: '尾注',
  'text-box': '文本框',
  comment: '批注',
  revision: '修订',
  properties: '文档属性',
  name: '文件名',
};

/** `第 12 行`, `第 3 页`, `页眉第 1 段`; empty where nothing says. */
export function placeZh({ line, paragraph, page, timeMs, part }: TextPlace): string {
  const words = [
    part === undefined ? '' : PARTS_ZH[part],
    page === undefined ? '' : `第 ${page} 页`,
    paragraph === undefined ? '' : `第 ${paragraph} 段`,
    line === undefined ? '' : `第 ${line} 行`,
  ].join('');
  return words === '' && timeMs !== undefined ? formatDuration(timeMs) : words;
}

/** `第 12 行「00:01:02.5」`. */
export function spotZh(spot: Spot): string {
  const found = spot.found === undefined ? '' : `「${spot.found}」`;
  return `${placeZh(spot)}${found}`;
}

/** `第 12 行「…」、第 30 行「…」、第 44 行「…」等 17 处`. */
export function spotsZh<S extends Spot>(spots: readonly S[], tell: (spot: S) => string = spotZh): string {
  const told = spots.slice(0, SPOTS_IN_MESSAGE).map(tell).join('、');
  return spots.length > SPOTS_IN_MESSAGE ? `${told}等 ${spots.length} 处` : told;
}
