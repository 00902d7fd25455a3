/** The one place where a verdict is asked for, whoever read the files: this machine now, or several before. */
import type { Language } from '../i18n/catalogue.ts';
import { loadMessages } from '../i18n/messages.ts';
import type { JudgeInput } from '../judge/context.ts';
import { type JudgeOptions, judge } from '../judge/judge.ts';
import type { Report } from '../model/report.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import { fieldTexts } from './field-texts.ts';
import { toolVersion } from './version.ts';

/** What was found, and how it is judged. */
export interface Evidence
  extends Omit<JudgeInput, 'fieldTexts'>,
    Pick<JudgeOptions, 'readers' | 'atGiven' | 'strict' | 'only' | 'checkedAs'> {
  readonly language: Language;
}

export async function judgeEvidence({ language, ...evidence }: Evidence): Promise<Report> {
  const { rules: texts } = await loadMessages(language, 'rules');
  return judge({
    ...evidence,
    fieldTexts: fieldTexts(evidence.submission),
    rules: CATALOGUE,
    texts,
    toolVersion: toolVersion(),
  });
}
