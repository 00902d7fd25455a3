/** What can be told of the texts of each work at a glance: how long each is, and how it begins. */
import { baseName } from '../model/file-names.ts';
import type { Report, ReportAsset, ReportItem } from '../model/report.ts';
import { truncateTo } from '../util/display-width.ts';
import { safeText } from '../util/safe-text.ts';
import { itemLabel } from './subjects.ts';
import type { TerminalOptions } from './terminal-options.ts';

export function renderTexts({ items, ledger }: Report, options: TerminalOptions): string[] {
  const { screen, width } = options;
  const rank = new Map(ledger.map(({ category }, index) => [category, index]));
  const rankOf = ({ category }: ReportItem) => rank.get(category) ?? rank.size;
  const works = items
    .filter(({ status }) => status !== 'withdrawn')
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((item) => ({ label: itemLabel(item, screen), lines: item.assets.flatMap((asset) => lineOf(asset, options)) }))
    .filter(({ lines }) => lines.length > 0);
  if (works.length === 0) return [];
  return [
    screen.textsHead,
    ...works.flatMap(({ label, lines }) => [
      label,
      ...lines.map((line) => `  ${truncateTo(safeText(line), width - 2)}`),
    ]),
  ];
}

function lineOf({ slot, path, source, facts }: ReportAsset, { screen }: TerminalOptions): string[] {
  if (source === 'declared') return [screen.burnedIn];
  if (slot === null || facts?.kind !== 'document' || facts.wordCount === null) return [];
  const file = baseName(path);
  return [screen.text(source === 'file' ? file : screen.introIn(file), facts.wordCount, facts.firstLine)];
}
