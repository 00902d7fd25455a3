/** What came of holding a package against its receipt and the workspace: said wherever it was asked for. */
import type { PackageRuleId } from '../model/package-params.ts';
import type { Verification, VerifiedPackage } from '../model/verification.ts';
import { safeText } from '../util/safe-text.ts';
import type { VerificationOptions } from './terminal-options.ts';

export function renderComparisons(
  { path, receipt, against }: VerifiedPackage,
  verification: Verification,
  { verify, verbose }: VerificationOptions,
): string[] {
  const { fast, findings } = verification;
  const own = findings.filter(({ place }) => place.package === path);
  const say = (rule: PackageRuleId, agrees: string, open: string): string[] => {
    const verdict = verification.verdicts.find((one) => one.rule === rule && one.subject === path);
    if (verdict?.outcome === 'pass') return [agrees];
    if (verdict?.outcome !== 'fail') return [open];
    // What blocks is told below, and all the rest where all is asked.
    return own.filter((one) => one.rule === rule && !one.blocking && !verbose).map(({ message }) => message);
  };
  const isFaulty = own.some(({ blocking }) => blocking);
  const [kept, folder] = [receipt, against].map((name) => name && safeText(name));
  return [
    ...(kept ? say('package/receipt', verify.asReceipt(kept, fast), verify.receiptOpen(kept)) : []),
    ...(folder ? say('package/source', verify.asSource(folder, fast || isFaulty), verify.sourceOpen(folder)) : []),
  ];
}
