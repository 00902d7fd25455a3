/** Documents: what the rules over documents and texts say. */
import type { LimitParams } from '../../model/limit-params.ts';
import type { TextPlace } from '../../model/text-facts.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { placeEn, spotsEn } from './spots.ts';
import { bindingEn, countEn, limitEn, waiveEn } from './words.ts';

const WHY_LENGTH = 'Specs may limit how long a text is. Counted as Word and WPS count 字数.';
/** Names told before the rest is counted. */
const TOLD = 3;

/** ` (the first: paragraph 12)`. */
function firstEn(first: TextPlace | null): string {
  const place = first === null ? '' : placeEn(first);
  return place === '' ? '' : ` (the first: ${place})`;
}

/** `"a.png", "b.png" and 3 more`. */
function namesEn(names: readonly string[]): string {
  const told = names
    .slice(0, TOLD)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > TOLD ? `${told} and ${names.length - TOLD} more` : told;
}

/** `"简介.docx" has 120 words (字数), expected at least 200 (letter: must)`. */
function lengthEn({ path, actual, limit, binding }: LimitParams & { path: string }): string {
  return `"${path}" has ${countEn(Number(actual), 'word')} (字数), expected ${limitEn(limit)}${bindingEn(binding)}`;
}

export const documentTextsEn: RuleTextsOf<'document'> = {
  'document/encrypted': {
    title: 'Document with a password',
    aspect: 'opens',
    why: 'A document that does not open has not been checked, and nobody who judges it can read it.',
    mend: 'Open it, remove the password and save: File > Info > Protect Document in Word, File > Encrypt in WPS.',
    example: 'A 案例.docx with a password to open',
    message: ({ path }) => `"${path}" needs a password to open; its content was not checked`,
  },
  'document/unsupported': {
    title: 'Document format nobody reads here',
    aspect: 'document format',
    why: 'Text in such a format is not checked, and another computer may not open it.',
    mend: 'Open it in Word or WPS, save it as docx, and replace it.',
    example: 'A 方案.wps saved by WPS',
    message: ({ path, format }) =>
      format === 'docx'
        ? `The text of "${path}" is a web page embedded in it, and was not checked`
        : `"${path}" is in ${format} format; its text was not checked`,
  },
  'document/empty': {
    title: 'Document without text',
    aspect: 'words (字数)',
    why: 'A blank document is as good as none.',
    mend: 'Open it to check, and replace it with the finished one; where all of it is pictures, type the text.',
    example: 'A docx with heading styles but no text',
    message: ({ path }) => `"${path}" contains no text`,
  },
  'document/no-text-layer': {
    title: 'PDF without readable text',
    aspect: 'words in the text layer',
    why: 'A PDF made from scans or screenshots has no text: it cannot be checked, searched or copied from.',
    mend: `Save it as PDF from the original document, or replace it with the docx; if it is a stamped scan, ${waiveEn('document/no-text-layer')}.`,
    example: 'A scanned 方案.pdf',
    message: ({ path, pages, why }) => {
      const counted = pages === null ? '' : ` (${countEn(pages, 'page')})`;
      return why === 'unmapped'
        ? `"${path}"${counted} shows text that cannot be read: its fonts do not say which shape is which character`
        : `"${path}"${counted} has not one character that can be read; it is probably scanned or made of screenshots`;
    },
  },
  'document/short': {
    title: 'Text too short',
    aspect: 'words (字数)',
    why: `${WHY_LENGTH} Where a spec does not, a text should say something all the same.`,
    mend: 'Add to it and hand in again.',
    example: 'An intro of 120, expected at least 200; an intro that says 见附件 and no more',
    message: (params) =>
      params.few
        ? `"${params.path}" has only ${countEn(Number(params.actual), 'word')} (字数): hardly any content`
        : lengthEn(params),
    fix: ({ few }) =>
      few
        ? 'Open it to check; where the content is in another file or a picture, put the text in here.'
        : 'Add to it and hand in again.',
  },
  'document/long': {
    title: 'Text too long',
    aspect: 'words (字数)',
    why: WHY_LENGTH,
    mend: 'Shorten it and hand in again.',
    example: 'An intro of 680, expected at most 500',
    message: lengthEn,
  },
  'document/placeholder': {
    title: 'Template text left in',
    aspect: 'template text left',
    why: 'Where prompts and blanks of a template stand in place of the text, it has not been finished.',
    mend: 'Put the text in place of the prompts, and delete those that are not needed.',
    example: '"【请填写：学校或单位全称】" still in the text',
    message: ({ path, spots }) => `"${path}" seems to have template text left in: ${spotsEn(spots)}`,
  },
  'document/tracked-changes': {
    title: 'Tracked changes left in',
    aspect: 'tracked changes',
    why: 'Changes that nobody accepted show the text as it was before, and deleted text is still in the file.',
    mend: 'Review them, accept (or reject) all changes, and save.',
    example: 'A 案例.docx with changes that nobody accepted',
    message: ({ path, count, first }) =>
      `"${path}" has ${countEn(count, 'tracked change')} that nobody accepted or rejected${firstEn(first)}`,
  },
  'document/comments': {
    title: 'Comments left in',
    aspect: 'comments',
    why: 'Comments are meant for the writer, and are published with the file.',
    mend: 'Deal with them, delete all comments, and save.',
    example: 'A 方案.docx with a comment "say more here"',
    message: ({ path, count, first }) => `"${path}" has ${countEn(count, 'comment')}${firstEn(first)}`,
  },
  'document/macro': {
    title: 'Document with macros or scripts',
    aspect: 'macros and scripts',
    why: 'Platforms and computers usually block files with code that runs when they are opened.',
    mend: 'Save it as a docx without macros; export a PDF again from the original document.',
    example: 'A docm that was renamed',
    message: ({ path, parts }) => `"${path}" contains code that runs: ${namesEn(parts)}`,
  },
  'document/external': {
    title: 'Document with outside content',
    aspect: 'outside links and embedded objects',
    why: 'Linked pictures and files do not open on other computers; an embedded sheet is published with all its data.',
    mend: `Insert linked pictures into the document; replace embedded objects by pictures or text. What is meant to be there: ${waiveEn('document/external')}.`,
    example: 'A picture linked to drive C; a chart with the marks of the whole class in it',
    message: ({ path, externals, embedded }) =>
      `"${path}" ${[
        externals.length > 0 ? `takes content from elsewhere: ${namesEn(externals)}` : '',
        embedded.length > 0 ? `has other files embedded: ${namesEn(embedded)}` : '',
      ]
        .filter(Boolean)
        .join('; ')}`,
  },
};
