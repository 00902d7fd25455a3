/** What reports for machines say beside the findings themselves. */
import type { Language } from '../../i18n/catalogue.ts';
import { countEn } from '../../i18n/en/words.ts';
import type { Tally } from './level.ts';

export interface MachineWords {
  /** What is told of a work or a category. */
  about(subject: string, message: string): string;
  waived(reason: string): string;
  /** Subjects that a rule could not be run over. */
  notChecked(count: number): string;
  summary(passed: boolean, tally: Tally, waived: number): string;
  /** Annotations that GitHub does not show. */
  hidden(tally: Tally): string;
  /** Results that a log has no room for. */
  leftOut(count: number): string;
  readonly workspace: string;
}

function tallyZh({ error, warning, note }: Tally): string {
  const counts = { 须整改: error, 提醒: warning, 提示: note };
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  return told.map(([word, count]) => `${word} ${count}`).join('，') || '没有发现问题';
}

function tallyEn({ error, warning, note }: Tally): string {
  const told = [
    error > 0 ? `${error} must be fixed` : '',
    warning > 0 ? countEn(warning, 'warning') : '',
    note > 0 ? countEn(note, 'note') : '',
  ];
  return told.filter(Boolean).join(', ') || 'no problems found';
}

export const MACHINE_WORDS: Record<Language, MachineWords> = {
  'zh-CN': {
    about: (subject, message) => `${subject}：${message}`,
    waived: (reason) => `已豁免：${reason}`,
    notChecked: (count) => `未检查 ${count} 项`,
    summary: (passed, tally, waived) =>
      `sizheng：${passed ? '通过' : '不通过'}。${tallyZh(tally)}${waived > 0 ? `（其中已豁免 ${waived}）` : ''}`,
    hidden: (tally) => `GitHub 每类只显示前 10 条。没有显示的：${tallyZh(tally)}，都在这一步的日志里`,
    leftOut: (count) => `另有 ${count} 处没有列出：一份 SARIF 容纳不下，请看 json 报告`,
    workspace: '检查时所在的文件夹',
  },
  en: {
    about: (subject, message) => `${subject}: ${message}`,
    waived: (reason) => `Waived: ${reason}`,
    notChecked: (count) => `${count} not checked`,
    summary: (passed, tally, waived) =>
      `sizheng: ${passed ? 'passed' : 'failed'}. ${tallyEn(tally)}${waived > 0 ? ` (${waived} of them waived)` : ''}`,
    hidden: (tally) =>
      `GitHub shows the first 10 of a kind; not shown: ${tallyEn(tally)}. The log of this step has them all`,
    leftOut: (count) => `${count} more not listed: a SARIF log has no room for them; see the json report`,
    workspace: 'The folder that the check was made from',
  },
};
