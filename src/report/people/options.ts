/** What reports that are handed on are written with. */
import type { RuleTexts } from '../../i18n/catalogue.ts';
import type { ReportScreen } from '../../i18n/screens.ts';
import type { PeopleScreen } from '../../i18n/screens-people.ts';
import type { Clause } from '../../model/spec.ts';

export interface PeopleOptions {
  /** In the language of the report. */
  readonly screen: ReportScreen;
  readonly people: PeopleScreen;
  readonly rules: RuleTexts;
  /** Of the spec that was checked by. */
  readonly clauses: readonly Clause[];
}
