/** The words of the program in parts: each is loaded when something is to be said with it, and in one language alone. */

import type { ErrorTexts, Language, RuleTexts } from './catalogue.ts';
import type { CliTexts } from './cli.ts';
import type {
  ChangeScreen,
  DemoScreen,
  DoctorScreen,
  InitScreen,
  ProbeScreen,
  ReportScreen,
  RulesScreen,
  SpecScreen,
  StatusScreen,
  VerifyScreen,
} from './screens.ts';
import type { FixScreen } from './screens-fix.ts';
import type { HtmlScreen } from './screens-html.ts';
import type { PackScreen, ReceiptScreen, SummaryScreen } from './screens-pack.ts';
import type { PeopleScreen } from './screens-people.ts';

export interface Messages {
  readonly cli: CliTexts;
  readonly errors: ErrorTexts;
  readonly rules: RuleTexts;
  /** What the screens over findings and works share. */
  readonly report: ReportScreen;
  readonly status: StatusScreen;
  readonly rulesScreen: RulesScreen;
  readonly spec: SpecScreen;
  readonly probe: ProbeScreen;
  readonly doctor: DoctorScreen;
  readonly change: ChangeScreen;
  readonly init: InitScreen;
  readonly demo: DemoScreen;
  readonly pack: PackScreen;
  readonly receipt: ReceiptScreen;
  readonly summary: SummaryScreen;
  readonly verify: VerifyScreen;
  readonly fix: FixScreen;
  readonly html: HtmlScreen;
  readonly people: PeopleScreen;
}

export type Part = keyof Messages;

type Loaders = { readonly [P in Part]: () => Promise<Messages[P]> };

const LOADERS: Readonly<Record<Language, Loaders>> = {
  'zh-CN': {
    cli: async () => (await import('./zh-CN/cli.ts')).cliZh,
    errors: async () => (await import('./zh-CN/errors.ts')).errorsZh,
    rules: async () => (await import('./zh-CN/rules.ts')).rulesZh,
    report: async () => (await import('./zh-CN/screens.ts')).reportScreenZh,
    status: async () => (await import('./zh-CN/screens-more.ts')).statusScreenZh,
    rulesScreen: async () => (await import('./zh-CN/screens-more.ts')).rulesScreenZh,
    spec: async () => (await import('./zh-CN/screens-more.ts')).specScreenZh,
    probe: async () => (await import('./zh-CN/screens-more.ts')).probeScreenZh,
    doctor: async () => (await import('./zh-CN/screens-more.ts')).doctorScreenZh,
    change: async () => (await import('./zh-CN/screens-more.ts')).changeScreenZh,
    init: async () => (await import('./zh-CN/screens-more.ts')).initScreenZh,
    demo: async () => (await import('./zh-CN/screens-more.ts')).demoScreenZh,
    pack: async () => (await import('./zh-CN/screens-pack.ts')).packScreenZh,
    receipt: async () => (await import('./zh-CN/screens-pack.ts')).receiptScreenZh,
    summary: async () => (await import('./zh-CN/screens-pack.ts')).summaryScreenZh,
    verify: async () => (await import('./zh-CN/screens-package.ts')).verifyScreenZh,
    fix: async () => (await import('./zh-CN/screens-fix.ts')).fixScreenZh,
    html: async () => (await import('./zh-CN/screens-html.ts')).htmlScreenZh,
    people: async () => (await import('./zh-CN/screens-people.ts')).peopleScreenZh,
  },
  en: {
    cli: async () => (await import('./en/cli.ts')).cliEn,
    errors: async () => (await import('./en/errors.ts')).errorsEn,
    rules: async () => (await import('./en/rules.ts')).rulesEn,
    report: async () => (await import('./en/screens.ts')).reportScreenEn,
    status: async () => (await import('./en/screens-more.ts')).statusScreenEn,
    rulesScreen: async () => (await import('./en/screens-more.ts')).rulesScreenEn,
    spec: async () => (await import('./en/screens-more.ts')).specScreenEn,
    probe: async () => (await import('./en/screens-more.ts')).probeScreenEn,
    doctor: async () => (await import('./en/screens-more.ts')).doctorScreenEn,
    change: async () => (await import('./en/screens-more.ts')).changeScreenEn,
    init: async () => (await import('./en/screens-more.ts')).initScreenEn,
    demo: async () => (await import('./en/screens-more.ts')).demoScreenEn,
    pack: async () => (await import('./en/screens-pack.ts')).packScreenEn,
    receipt: async () => (await import('./en/screens-pack.ts')).receiptScreenEn,
    summary: async () => (await import('./en/screens-pack.ts')).summaryScreenEn,
    verify: async () => (await import('./en/screens-package.ts')).verifyScreenEn,
    fix: async () => (await import('./en/screens-fix.ts')).fixScreenEn,
    html: async () => (await import('./en/screens-html.ts')).htmlScreenEn,
    people: async () => (await import('./en/screens-people.ts')).peopleScreenEn,
  },
};

export const PARTS = Object.keys(LOADERS['zh-CN']) as readonly Part[];

export async function loadMessages<P extends Part>(language: Language, ...parts: P[]): Promise<Pick<Messages, P>> {
  const loaders = LOADERS[language];
  const loaded = await Promise.all(parts.map(async (part) => [part, await loaders[part]()] as const));
  return Object.fromEntries(loaded) as Pick<Messages, P>;
}
