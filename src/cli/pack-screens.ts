/** The plan of a package and what became of it, on this screen. */
import type { PackResult } from '../app/apply-pack.ts';
import type { PackPreparation } from '../app/prepare-pack.ts';
import { verifyCommand } from '../report/commands.ts';
import { renderPlan } from '../report/pack-plan.ts';
import { wrapText } from '../util/display-width.ts';
import { formatDigest } from '../util/format.ts';
import { safeText } from '../util/safe-text.ts';
import { formatLocalSecond } from '../util/zone.ts';
import type { CliContext } from './context.ts';

/** @param folder as it was given; `null` for the one we stand in */
export function planText(
  prepared: PackPreparation,
  folder: string | null,
  { messages: { pack: screen, rules }, width }: CliContext<'pack' | 'rules'>,
): string {
  const { plan, report, target, contact, options } = prepared;
  const links = options.link === true;
  return renderPlan(plan, report, { screen, rules, width, target, links, contact, folder });
}

/** Paths are not broken: they are there to be copied. */
export function resultText(
  { verified, receipt, receiptPath, aside }: PackResult,
  { plan, report, target }: PackPreparation,
  { messages: { pack }, width }: CliContext<'pack'>,
): string {
  if (target === null || receiptPath === null) return `${pack.streamed(receipt.sha256 ?? '')}\n`;
  const clock = formatLocalSecond(Date.now(), report.timezone).slice(-8);
  const lines = [
    ...wrapText(verified ? pack.verified(plan.files.length) : pack.unverified, width),
    ...wrapText(pack.done(clock, formatDigest(receipt.sha256 ?? receipt.contentSha256)), width),
    pack.package(target.path),
    pack.kept(receiptPath),
    ...(aside === null ? [] : [pack.aside(aside)]),
    pack.next(verifyCommand(target.path)),
  ];
  return `${lines.map(safeText).join('\n')}\n`;
}
