/** The catalogues by language. */

import type { ErrorTexts, Language, RuleTexts } from './catalogue.ts';
import type { CliTexts } from './cli.ts';
import { cliEn } from './en/cli.ts';
import { errorsEn } from './en/errors.ts';
import { rulesEn } from './en/rules.ts';
import { reportScreenEn } from './en/screens.ts';
import { fixScreenEn } from './en/screens-fix.ts';
import { htmlScreenEn } from './en/screens-html.ts';
import * as moreEn from './en/screens-more.ts';
import * as packEn from './en/screens-pack.ts';
import { verifyScreenEn } from './en/screens-package.ts';
import { peopleScreenEn } from './en/screens-people.ts';
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
import { cliZh } from './zh-CN/cli.ts';
import { errorsZh } from './zh-CN/errors.ts';
import { rulesZh } from './zh-CN/rules.ts';
import { reportScreenZh } from './zh-CN/screens.ts';
import { fixScreenZh } from './zh-CN/screens-fix.ts';
import { htmlScreenZh } from './zh-CN/screens-html.ts';
import * as moreZh from './zh-CN/screens-more.ts';
import * as packZh from './zh-CN/screens-pack.ts';
import { verifyScreenZh } from './zh-CN/screens-package.ts';
import { peopleScreenZh } from './zh-CN/screens-people.ts';

export interface Messages {
  readonly rules: RuleTexts;
  readonly errors: ErrorTexts;
  readonly report: ReportScreen;
  readonly cli: CliTexts;
  readonly screens: Screens;
}

/** The screens of the commands beside `validate`. */
export interface Screens {
  readonly status: StatusScreen;
  readonly rules: RulesScreen;
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

const SCREENS: Record<Language, Screens> = {
  'zh-CN': {
    status: moreZh.statusScreenZh,
    rules: moreZh.rulesScreenZh,
    spec: moreZh.specScreenZh,
    probe: moreZh.probeScreenZh,
    doctor: moreZh.doctorScreenZh,
    change: moreZh.changeScreenZh,
    init: moreZh.initScreenZh,
    demo: moreZh.demoScreenZh,
    pack: packZh.packScreenZh,
    receipt: packZh.receiptScreenZh,
    summary: packZh.summaryScreenZh,
    verify: verifyScreenZh,
    fix: fixScreenZh,
    html: htmlScreenZh,
    people: peopleScreenZh,
  },
  en: {
    status: moreEn.statusScreenEn,
    rules: moreEn.rulesScreenEn,
    spec: moreEn.specScreenEn,
    probe: moreEn.probeScreenEn,
    doctor: moreEn.doctorScreenEn,
    change: moreEn.changeScreenEn,
    init: moreEn.initScreenEn,
    demo: moreEn.demoScreenEn,
    pack: packEn.packScreenEn,
    receipt: packEn.receiptScreenEn,
    summary: packEn.summaryScreenEn,
    verify: verifyScreenEn,
    fix: fixScreenEn,
    html: htmlScreenEn,
    people: peopleScreenEn,
  },
};

const MESSAGES: Record<Language, Messages> = {
  'zh-CN': { rules: rulesZh, errors: errorsZh, report: reportScreenZh, cli: cliZh, screens: SCREENS['zh-CN'] },
  en: { rules: rulesEn, errors: errorsEn, report: reportScreenEn, cli: cliEn, screens: SCREENS.en },
};

export function messagesIn(language: Language): Messages {
  return MESSAGES[language];
}
