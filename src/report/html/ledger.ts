/** How each category stands against its quota: a bar of works, and the figures beside it. */
import type { HtmlScreen } from '../../i18n/screens-html.ts';
import type { LedgerRow } from '../../model/ledger.ts';
import { type Html, html, NOTHING } from './html.ts';
import type { HtmlOptions } from './options.ts';
import { namedSection, type Section } from './section.ts';
import { share } from './share.ts';
import type { View } from './view.ts';

/** What the cells of a bar stand for, in their order. */
const PARTS = ['valid', 'faulty', 'missing', 'open'] as const;
type Counts = Readonly<Record<(typeof PARTS)[number], number>>;

/** Up to here each work has a cell of its own. */
const CELLS = 30;

export function renderLedger({ report: { ledger }, options }: View): Section {
  const { words } = options;
  if (ledger.length === 0) return namedSection('quota', words, html`<p>${words.ledger.none}</p>`);
  const longest = Math.max(...ledger.map((row) => totalOf(partsOf(row))));
  const head = words.ledger.head.map((word, index) => headCell(word, COLUMNS[index] ?? ''));
  const rows = ledger.map((row) => renderRow(row, longest, options));
  const table = html`<table role="table" class="ledger">
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table>`;
  return namedSection('quota', words, html`${table}${renderLegend(ledger, words)}`);
}

const COLUMNS = ['name', 'chart', 'number', 'number', 'number', 'note'];

function headCell(word: string, column: string): Html {
  return html`<th role="columnheader" scope="col" class="${column}">${word}</th>`;
}

/** On a narrow page a row becomes a block, and its figures are named one by one: the roles keep it a table. */
function renderRow(row: LedgerRow, longest: number, { words, screen, packed }: HtmlOptions): Html {
  const [, , found, required, valid] = words.ledger.head;
  const figure = (label: string, value: string | number) =>
    html`<td role="cell" class="number"><span class="inline-label">${label}</span>${value}</td>`;
  // What is kept in reserve stays at home.
  const told = packed === null ? row : { ...row, candidates: 0 };
  const met = row.missing === 0 && row.excess === 0 && row.found === row.valid;
  return html`<tr role="row">
<th role="rowheader" scope="row" class="name">${row.name}</th>
<td role="cell" class="chart">${renderBar(row, longest, words)}</td>
${[figure(found, row.found), figure(required, screen.required(row)), figure(valid, row.valid)]}
<td role="cell" class="note ${met ? 'met' : 'open'}">${screen.ledgerNote(told)}</td>
</tr>`;
}

function partsOf({ found, valid, missing, max }: LedgerRow): Counts {
  return { valid, faulty: found - valid, missing, open: max === null ? 0 : Math.max(0, max - found - missing) };
}

function totalOf(counts: Counts): number {
  return PARTS.reduce((sum, part) => sum + counts[part], 0);
}

function renderBar(row: LedgerRow, longest: number, { ledger: say }: HtmlScreen): Html {
  const counts = partsOf(row);
  const { excess, max, unit } = row;
  const at = (count: number) => share(count, longest);
  let drawn = 0;
  const cells = PARTS.flatMap((part) => {
    const pieces = longest <= CELLS ? Array.from({ length: counts[part] }, () => 1) : [counts[part]].filter(Boolean);
    return pieces.map((count) => {
      const cell = html`<svg x="${at(drawn)}" width="${at(count)}" height="18"><rect class="${part}" y="1" width="100%" height="16" rx="2"/></svg>`;
      drawn += count;
      return cell;
    });
  });
  const end = at(max ?? 0);
  const limit = excess > 0 ? html`<line class="limit" x1="${end}" x2="${end}" y1="0" y2="18"/>` : NOTHING;
  const label = say.bar({ ...counts, excess, unit });
  return html`<svg class="bar" width="100%" height="18" role="img" aria-label="${label}">${cells}${limit}</svg>`;
}

/** Only what can be seen in one of the bars. */
function renderLegend(ledger: readonly LedgerRow[], { ledger: { legend } }: HtmlScreen): Html {
  const keys = PARTS.filter((part) => ledger.some((row) => partsOf(row)[part] > 0)).map((part) => ({
    name: legend[part],
    shape: html`<rect class="${part}" y="1" width="100%" height="12" rx="2"/>`,
  }));
  if (ledger.some(({ excess }) => excess > 0))
    keys.push({ name: legend.limit, shape: html`<line class="limit" x1="7" x2="7" y1="0" y2="14"/>` });
  if (keys.length === 0) return NOTHING;
  const entries = keys.map(
    ({ name, shape }) =>
      html`<li><svg class="key" width="14" height="14" aria-hidden="true">${shape}</svg> ${name}</li>`,
  );
  return html`<ul class="legend">${entries}</ul>`;
}
