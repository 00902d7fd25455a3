/** How the terminal report is to be written. */
import type { RuleTexts } from '../i18n/catalogue.ts';
import type { ReportScreen, VerifyScreen } from '../i18n/screens.ts';
import type { Style } from './style.ts';

export interface TerminalOptions {
  readonly screen: ReportScreen;
  readonly rules: RuleTexts;
  /** Columns to keep within. */
  readonly width: number;
  /** Warnings, notes and what passed as well. */
  readonly verbose: boolean;
  /** The verdict alone. */
  readonly quiet: boolean;
  /** How long the check took; `null` leaves it out. */
  readonly elapsedMs: number | null;
  /** The folder or file as it was given; `null` for the one we stand in. */
  readonly target: string | null;
  /** What gave this screen, to be typed again for more of it; `null` for a check of the target. */
  readonly command?: string | null;
  readonly style: Style;
}

export interface VerificationOptions extends TerminalOptions {
  readonly verify: VerifyScreen;
  /** What else was on the command line, to be typed again: `--receipt`, its value. */
  readonly commandOptions: readonly string[];
}
