/** The reporters by name: pure functions of a report, or of a verification. Each is loaded when it is asked for. */
import type { Language } from '../i18n/catalogue.ts';
import { loadMessages } from '../i18n/messages.ts';
import type { CollectedFrames } from '../model/frame.ts';
import type { Report } from '../model/report.ts';
import { VERIFICATION_SCHEMA, type Verification } from '../model/verification.ts';
import { renderJson } from './json.ts';
import type { MachineOptions } from './machine/options.ts';
import { renderTerminal } from './terminal.ts';
import type { TerminalOptions, VerificationOptions } from './terminal-options.ts';
import { renderVerification } from './verification.ts';

/** Those that tell of packages as well as of works. */
export const VERIFICATION_REPORTERS = ['terminal', 'json', 'junit', 'sarif', 'github', 'gitlab'] as const;
export type VerificationReporter = (typeof VERIFICATION_REPORTERS)[number];

export const REPORTERS = [...VERIFICATION_REPORTERS, 'html', 'notice', 'xlsx', 'markdown'] as const;
export type ReporterName = (typeof REPORTERS)[number];

/** What reports are written with, beside what a screen needs. */
export interface RenderOptions extends Pick<MachineOptions, 'catalogue' | 'base'> {
  /** The language that the report's own words are in, and those of `screen`. */
  readonly language: Language;
  readonly screen: TerminalOptions;
  readonly frames: CollectedFrames;
}

const BOM = '\uFEFF';

/** The verdict for a person, as a screen shows it. */
export function renderScreen(report: Report, options: TerminalOptions): string;
export function renderScreen(report: Verification, options: VerificationOptions): string;
export function renderScreen(report: Report | Verification, options: TerminalOptions | VerificationOptions): string {
  return report.schema === VERIFICATION_SCHEMA
    ? renderVerification(report, options as VerificationOptions)
    : renderTerminal(report, options);
}

/** @param toFile a text for people, in a file, begins with a mark by which Windows knows it as UTF-8 */
export async function render(
  name: ReporterName,
  report: Report,
  options: RenderOptions,
  toFile: boolean,
): Promise<string | Uint8Array> {
  switch (name) {
    case 'terminal':
      return (toFile ? BOM : '') + renderScreen(report, options.screen);
    case 'html':
      return renderPage(report, options);
    case 'notice': {
      const { renderNotice } = await import('./people/notice.ts');
      return (toFile ? BOM : '') + renderNotice(report, await peopleOptions(report, options));
    }
    case 'xlsx': {
      const { renderWorkbook } = await import('./people/workbook.ts');
      return renderWorkbook(report, await peopleOptions(report, options));
    }
    case 'markdown': {
      const { renderMarkdown } = await import('./people/markdown.ts');
      return renderMarkdown(report, await peopleOptions(report, options));
    }
    default:
      return renderForMachine(name, report, options);
  }
}

/** As `render`, of what was found in packages. */
export async function renderPackages(
  name: VerificationReporter,
  verification: Verification,
  options: RenderOptions & { readonly screen: VerificationOptions },
  toFile: boolean,
): Promise<string> {
  if (name === 'terminal') return (toFile ? BOM : '') + renderScreen(verification, options.screen);
  return renderForMachine(name, verification, options);
}

async function renderForMachine(
  name: Exclude<VerificationReporter, 'terminal'>,
  report: Report | Verification,
  { language, screen: { screen, rules }, catalogue, base }: RenderOptions,
): Promise<string> {
  const options: MachineOptions = { rules, screen, language, catalogue, base };
  switch (name) {
    case 'json':
      return renderJson(report);
    case 'junit':
      return (await import('./machine/junit.ts')).renderJunit(report, options);
    case 'sarif':
      return (await import('./machine/sarif.ts')).renderSarif(report, options);
    case 'github':
      return (await import('./machine/github.ts')).renderGithub(report, options);
    case 'gitlab':
      return (await import('./machine/gitlab.ts')).renderGitlab(report, options);
  }
}

async function peopleOptions({ clauses }: Report, { language, screen: { screen, rules } }: RenderOptions) {
  const { people } = await loadMessages(language, 'people');
  return { screen, people, rules, clauses };
}

async function renderPage(report: Report, { language, screen, frames }: RenderOptions): Promise<string> {
  const { html: words } = await loadMessages(language, 'html');
  const [{ renderHtml }, { fitPictures }] = await Promise.all([import('./html/page.ts'), import('./html/pictures.ts')]);
  return renderHtml(report, {
    ...{ language, words, screen: screen.screen, rules: screen.rules },
    ...{ ...fitPictures(frames, words), packed: null, target: screen.target },
  });
}
