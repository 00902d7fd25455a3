/** The report as the page that lies in a package, for those who receive it. */
import type { Language } from '../i18n/catalogue.ts';
import { loadMessages } from '../i18n/messages.ts';
import type { PackPlan } from '../model/pack-plan.ts';
import type { Report } from '../model/report.ts';

/**
 * The videos lie beside it: without frames its bytes hang on no ffmpeg.
 * @param report without what stays at home
 */
export async function packagePage(report: Report, plan: PackPlan, language: Language): Promise<string> {
  const { html: words, rules, report: screen } = await loadMessages(language, 'html', 'rules', 'report');
  const { renderHtml } = await import('../report/html/page.ts');
  return renderHtml(report, {
    ...{ language, words, screen, rules, packed: plan },
    ...{ frames: new Map(), framesMissing: null, target: undefined },
  });
}
