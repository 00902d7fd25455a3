/** What the page is made with, beside the report: plain data, so that the page is a function of it. */
import type { Language, RuleTexts } from '../../i18n/catalogue.ts';
import type { ReportScreen } from '../../i18n/screens.ts';
import type { HtmlScreen } from '../../i18n/screens-html.ts';
import type { Frame } from '../../model/frame.ts';
import type { PackPlan } from '../../model/pack-plan.ts';

/** Where the files lie in the package: the page lies at its root. */
export type PackedPage = Pick<PackPlan, 'layout' | 'draft' | 'items' | 'assets'>;

export interface HtmlOptions {
  readonly language: Language;
  readonly words: HtmlScreen;
  readonly screen: ReportScreen;
  readonly rules: RuleTexts;
  /** Frames of videos, by path, in order of time; videos may be missing. */
  readonly frames: ReadonlyMap<string, readonly Frame[]>;
  /** Why there are none, in a sentence for the reader; `null` where there are, or no video is. */
  readonly framesMissing: string | null;
  /** For the page in a package, where it is read by those who receive it; `null` for a page by itself. */
  readonly packed: PackedPage | null;
  /** For a reader who has the folder: as it was given, `null` for the one we stand in. `undefined` tells of no commands. */
  readonly target: string | null | undefined;
}
