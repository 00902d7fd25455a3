/** A receipt as a person keeps it. */
import type { RuleTexts } from '../i18n/catalogue.ts';
import type { ReceiptScreen } from '../i18n/screens-pack.ts';
import { PACKAGE_FILES } from '../model/package-manifest.ts';
import { type Receipt, receiptStem } from '../model/receipt.ts';
import type { RuleId } from '../model/rule-params.ts';
import { displayWidth, formatTable, padEndTo } from '../util/display-width.ts';
import { formatDigest, formatSize } from '../util/format.ts';
import { safeText } from '../util/safe-text.ts';
import { verifyCommand } from './commands.ts';

const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;

/** Plain text with a final line feed. */
export function renderReceipt(receipt: Receipt, screen: ReceiptScreen, rules: RuleTexts): string {
  const sections = [
    [screen.title, ...(receipt.draft ? [screen.draft] : [])],
    renderFields(receipt, screen),
    renderLedger(receipt, screen),
    renderWorks(receipt, screen),
    renderWaivers(receipt, screen, rules),
    [screen.keep(verifyCommand(receipt.package, '--receipt', `${receiptStem(receipt.package, receipt.layout)}.txt`))],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(safeText).join('\n'))
    .join('\n\n')}\n`;
}

function renderFields(receipt: Receipt, screen: ReceiptScreen): string[] {
  const { labels } = screen;
  const { sha256, contentSha256, layout, sizeBytes, spec, tool } = receipt;
  const rows = [
    [labels.file, receipt.package],
    [labels.page, screen.page(PACKAGE_FILES.page)],
    [labels.size, screen.size(formatSize(sizeBytes), sizeBytes)],
    [labels.digest, formatDigest(sha256 ?? contentSha256)],
    [labels.sha256, sha256 ?? (layout === 'bag' ? screen.noSha256 : screen.folderSha256)],
    [labels.contentSha256, contentSha256],
    [labels.packedAt, receipt.packedAt],
    [labels.readBack, screen.readBack(receipt.verified, receipt.fileCount)],
    [labels.spec, `${spec.id} ${spec.title}`],
    [labels.tool, `${tool.name} ${tool.version}`],
  ] as const;
  const width = Math.max(...rows.map(([label]) => displayWidth(label)));
  return rows.map(([label, value]) => `${padEndTo(label, width)}  ${value}`);
}

function renderLedger({ ledger }: Receipt, screen: ReceiptScreen): string[] {
  const rows = ledger.map((row) => [row.name, screen.required(row), String(row.found)]);
  return formatTable([screen.ledgerHead, ...rows], [LEFT, LEFT, RIGHT]);
}

function renderWorks({ items, fileCount, payloadBytes }: Receipt, screen: ReceiptScreen): string[] {
  const counts = { works: items.length, files: fileCount, size: formatSize(payloadBytes) };
  const rows = items.map(({ category, number, title, institution }) => [category, number, title, institution ?? '']);
  return [`${screen.works}  ${screen.counts(counts)}`, ...formatTable(rows, [LEFT, LEFT, LEFT, LEFT])];
}

function renderWaivers({ waivers }: Receipt, screen: ReceiptScreen, rules: RuleTexts): string[] {
  if (waivers.length === 0) return [];
  const title = (rule: string) => rules[rule as RuleId]?.title ?? rule;
  return [
    screen.waivers(waivers.length),
    ...waivers.map(({ subject, rule, reason }) => `  ${screen.waiver(subject, title(rule), reason)}`),
  ];
}
