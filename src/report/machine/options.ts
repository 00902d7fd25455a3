/** What reports for machines are written with. */
import type { Language, RuleTexts } from '../../i18n/catalogue.ts';
import type { ReportScreen } from '../../i18n/screens.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Verification } from '../../model/verification.ts';

/** What is known of a rule without its check. */
export type RuleMetadata = Pick<Rule, 'id' | 'on' | 'severities' | 'source' | 'waivable' | 'offByDefault'>;

export interface MachineOptions {
  /** As the report's own words, in `language`. */
  readonly rules: RuleTexts;
  readonly screen: ReportScreen;
  readonly language: Language;
  /** Every rule there is, in order. */
  readonly catalogue: readonly RuleMetadata[];
  /** The workspace as seen from where readers start, which is the root of a repository: `''`, `2027/浙江省`. */
  readonly base: string;
}

export type AnyReport = Report | Verification;
