/** Data of persons: what the rules over them say. */
import type { DocumentPerson } from '../../model/document-facts.ts';
import type { RuleId } from '../../model/rule-params.ts';
import type { PrivateParams } from '../../model/text-params.ts';
import type { RuleText, RuleTextsOf } from '../catalogue.ts';
import { placeEn, spotsEn } from './spots.ts';
import { waiveEn } from './words.ts';

const MEND = 'Ask the institution to remove it and hand in again';
const MEND_NAME = 'Rename it without personal data';
const MEND_PERSON =
  'Have a look: where the name is real, ask the institution for a made-up one; where it is made up already, say so in the text ("化名").';
const MEND_PERSON_IN_NAME = 'Have a look: where the name is real, rename the file; a made-up one can stay.';

type Told = PrivateParams['spots'][number];

/** `"138****5678"`, `"…联系人张老师 138****5678"`, `"学号 20******03"`. */
function foundEn({ found, label, before }: Told, labelled: boolean): string {
  if (before !== '') return `"…${before}${found}"`;
  return labelled && label !== null ? `"${label} ${found}"` : `"${found}"`;
}

/**
 * `"案例.docx" seems to contain a mobile number: paragraph 3 "138****5678"`; `A file name seems to contain …`.
 * @param labelled the word before it is part of what was found
 */
function privateText(
  id: RuleId,
  what: string,
  labelled: boolean,
  text: { title: string; why: string; example: string },
): RuleText<PrivateParams> {
  const tell = (spot: Told) => foundEn(spot, labelled);
  return {
    ...text,
    mend: orWaive(MEND, id),
    message: ({ path, spots }) =>
      isOnlyName(spots)
        ? `The file name seems to contain ${what}: ${spots.map(tell).join(', ')}`
        : `"${path}" seems to contain ${what}: ${spotsEn(spots, (spot) => `${placeEn(spot)} ${tell(spot)}`.trim())}`,
    fix: ({ spots }) => orWaive(isOnlyName(spots) ? MEND_NAME : MEND, 'privacy'),
  };
}

/**
 * The advice on a finding is the same for every kind, so that a text with several is told it once.
 * @param what a rule, or all of the family
 */
function orWaive(mend: string, what: RuleId | 'privacy'): string {
  return `${mend}; if it is no personal data, ${waiveEn(what)}.`;
}

function isOnlyName(spots: readonly Told[]): boolean {
  return spots.every(({ part }) => part === 'name');
}

const FIELDS_EN: Record<DocumentPerson['field'], string> = {
  author: 'author',
  'last-saved-by': 'last saved by',
  company: 'company',
  manager: 'manager',
};

const WHY_REACHED = 'It leads to the person. The works will be published, and what is out cannot be taken back.';

export const privacyTextsEn: RuleTextsOf<'privacy'> = {
  'privacy/id-number': privateText('privacy/id-number', 'an ID number', false, {
    title: 'Possible ID number',
    why: 'Identity numbers must not be published. 18 characters with a real region, a real date and a right check character count, and so do any 18 behind a label such as 身份证号.',
    example: 'The ID number of a client in the text',
  }),
  'privacy/phone': privateText('privacy/phone', 'a mobile number', false, {
    title: 'Possible mobile number',
    why: `${WHY_REACHED} Hotlines and numbers that an office publishes do not count.`,
    example: '"Contact: Mr Zhang, 138…"',
  }),
  'privacy/email': privateText('privacy/email', 'a personal e-mail address', false, {
    title: 'Possible personal e-mail address',
    why: `${WHY_REACHED} Addresses of an office do not count.`,
    example: 'The presenter’s own address in the text',
  }),
  'privacy/bank-card': privateText('privacy/bank-card', 'a bank card number', false, {
    title: 'Possible bank card number',
    why: 'Bank card numbers must not be published.',
    example: 'A payment list among the attachments',
  }),
  'privacy/student-number': privateText('privacy/student-number', 'a student or staff number', true, {
    title: 'Possible student number',
    why: 'A student, examination or staff number tells who somebody is.',
    example: '"Student Li, 学号 2021…"',
  }),
  'privacy/chat-id': privateText('privacy/chat-id', 'a personal QQ or WeChat account', true, {
    title: 'Possible QQ or WeChat account',
    why: `${WHY_REACHED} Public accounts, groups and the accounts of an office do not count.`,
    example: 'A lecturer’s WeChat account in the subtitles',
  }),
  'privacy/name': {
    ...privateText('privacy/name', 'a real name', true, {
      title: 'Possible real name',
      why: 'Students and parents in a case must not be recognised. No program tells a real name from a made-up one: please review.',
      example: '"来访者张晓雯，女，20 岁"',
    }),
    mend: MEND_PERSON,
    fix: ({ spots }) => (isOnlyName(spots) ? MEND_PERSON_IN_NAME : MEND_PERSON),
  },
  'privacy/author': {
    title: 'Names in the document’s properties',
    why: 'The properties carry the author, the last editor and the company, by which people in a case could be recognised.',
    mend: 'In Word or WPS: File > Info > Inspect Document > remove document properties and personal information, then save.',
    example: 'A counsellor’s name as the author',
    message: ({ path, people }) =>
      `The properties of "${path}" name ${people.map(({ field, masked }) => `${FIELDS_EN[field]} "${masked}"`).join(', ')}`,
  },
};
