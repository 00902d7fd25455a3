/** The shape of a message catalogue. Both languages are complete because the type says so. */
import type { ErrorId, ErrorParams } from '../model/error-params.ts';
import type { RuleId, RuleParams } from '../model/rule-params.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface RuleText<Params> {
  /** The rule in a few words, for tables. */
  readonly title: string;
  /** What is looked at, shown with the measured value where nothing was amiss; `title` unless told. */
  readonly aspect?: string;
  /** Why it is asked. */
  readonly why: string;
  /** How to mend it, whatever the case. */
  readonly mend: string;
  /** A case that breaks the rule. */
  readonly example: string;
  /** What was found and what was asked, for one breach. */
  message(params: Params): string;
  /** What to do about this one breach; `mend` when there is nothing more particular to say. */
  fix?(params: Params): string;
}
/** The texts of the families of rules whose ids begin with `Prefix/`. */
export type RuleTextsOf<Prefix extends string> = {
  readonly [Id in Extract<RuleId, `${Prefix}/${string}`>]: RuleText<RuleParams[Id]>;
};

export type RuleTexts = { readonly [Id in RuleId]: RuleText<RuleParams[Id]> };

export interface ErrorText {
  readonly message: string;
  readonly fix: string;
}
export type ErrorTexts = { readonly [Id in ErrorId]: (params: ErrorParams[Id]) => ErrorText };
