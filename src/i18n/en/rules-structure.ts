/** Structure and quotas: what the rules over the batch, its works and its quotas say. */
import { baseName } from '../../model/file-names.ts';
import type { FileAside, OwnerQuotaParams, QuotaParams, RuleParams } from '../../model/rule-params.ts';
import type { LikenessParams, SharedRun } from '../../model/text-params.ts';
import { formatDuration, formatSize } from '../../util/format.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { placeEn } from './spots.ts';
import { bindingEn, choiceEn, countEn, FIELDS_EN, limitEn, SOURCES_EN, waiveEn } from './words.ts';

/** `4 works in 心理微课, expected 5-10 (letter: must), 1 missing`. */
function quotaWords(params: QuotaParams): string {
  const { category, found, min, max, binding } = params;
  const limit = limitEn({ min: min?.toString() ?? null, max: max?.toString() ?? null, oneOf: null });
  return `${countEn(found, 'work')} in ${category}, expected ${limit}${bindingEn(binding)}, ${quotaGap(params)}`;
}

function quotaGap({ found, min, max }: QuotaParams): string {
  return min !== null && found < min ? `${min - found} missing` : `${found - (max ?? found)} too many`;
}

function ownerQuota(params: OwnerQuotaParams): string {
  return `${params.owner}: ${quotaWords(params)}`;
}

/** `3 days 4 hours`, `4 hours`, `less than 1 hour`. */
function timeLeft(hoursLeft: number): string {
  const [days, hours] = [Math.floor(hoursLeft / 24), Math.floor(hoursLeft % 24)];
  if (days === 0 && hours === 0) return 'less than 1 hour';
  return [days > 0 ? countEn(days, 'day') : '', hours > 0 ? countEn(hours, 'hour') : ''].filter(Boolean).join(' ');
}

function fileAside({ path, sizeBytes, modified, durationMs }: FileAside): string {
  const length = durationMs === null ? '' : `, duration ${formatDuration(durationMs)}`;
  return `"${path}" (modified ${modified}, ${formatSize(sizeBytes)}${length})`;
}

const WHY_UNUSED: Record<RuleParams['waiver/unused']['why'], string> = {
  'unknown-rule': 'no such rule (to list the rules, run sizheng rules)',
  'unknown-subject': 'no such work or category',
  'not-waivable': 'this rule cannot be waived',
  'no-finding': 'no such problem was found',
};

const LISTED = 5;

function fileList(files: readonly FileAside[]): string {
  const more = files.length > LISTED ? ` and ${files.length - LISTED} more` : '';
  return files.slice(0, LISTED).map(fileAside).join(', ') + more;
}

/** A path tells whose it is, unless it is that of the sheet or of a collection. */
function workEn(path: string, item: string): string {
  return path.normalize('NFC').includes(baseName(item)) ? `"${path}"` : `"${item}" in "${path}"`;
}

function likenessEn({ path, other, otherItem, percent, runs, untold }: LikenessParams): string {
  const [longest] = runs;
  const run =
    longest === undefined
      ? ''
      : `; longest passage in common (${countEn(longest.characters, 'character')}): "${longest.text}"${inBothEn(longest)}`;
  const more = untold === 0 ? '' : `; ${countEn(untold, 'more text')} with text in common not listed`;
  return `"${path}" and ${workEn(other, otherItem)} look alike: ${percent}% of the shorter text is the same${run}${more}`;
}

function inBothEn({ at, otherAt }: SharedRun): string {
  const [here, there] = [placeEn(at), placeEn(otherAt)];
  const places = [here && `here ${here}`, there && `there ${there}`].filter((place) => place !== '');
  return places.length === 0 ? '' : ` (${places.join(', ')})`;
}

export const submissionTextsEn: RuleTextsOf<'submission' | 'quota' | 'deadline' | 'waiver' | 'topic' | 'duplicate'> = {
  'submission/empty': {
    title: 'Nothing to check',
    aspect: 'works found',
    why: 'An empty folder is not a pass: without works there is nothing to submit.',
    mend: 'Make sure this is the right folder. Works go into folders named after their category. To make a new workspace, run sizheng init.',
    example: 'Running sizheng validate in an empty folder',
    message: ({ categories }) =>
      `No works found in this folder. Works go into category folders: ${categories.join(', ')}`,
  },
  'quota/count': {
    title: 'Quota',
    why: 'The letter sets the number of works of each category for a province; a batch with more or fewer is returned.',
    mend: 'Too few: select more. Too many: withdraw some (sizheng exclude) or move them to their category folder inside 候选 (candidates).',
    example: '4 works in 会商指导方案, expected 5',
    message: quotaWords,
    fix: ({ category, found, min, max }) =>
      min !== null && found < min
        ? `Select ${countEn(min - found, 'more work')} for the "${category}" folder`
        : `Leave out ${countEn(found - (max ?? found), 'work')}: move to "候选/${category}" (candidates), or run sizheng exclude <work> --reason <reason>`,
  },
  'quota/institution': {
    title: 'Quota per institution',
    why: 'Some calls limit the number of works from each institution.',
    mend: 'Ask the institution to change its selection, or withdraw the surplus works.',
    example: '某大学: 3 works in 心理微课, expected at most 2',
    message: ownerQuota,
  },
  'quota/person': {
    title: 'Quota per person',
    why: 'Some calls limit the number of works from each person.',
    mend: 'Ask the author to change the selection, or withdraw the surplus works.',
    example: 'One presenter: 3 works in 心理微课, expected at most 2',
    message: ownerQuota,
  },
  'deadline/passed': {
    title: 'Deadline passed',
    why: 'The first batch is due before the date in the letter; after that, submit in regular batches.',
    mend: 'Ask the authority in charge whether a late submission is accepted; or set batch to regular in sizheng.yaml and submit in a regular batch.',
    example: 'Submitting the first batch after 11 June, 00:00',
    message: ({ latest, source }) => `The final deadline, ${latest}, has passed${source ? ` (${source})` : ''}`,
  },
  'deadline/prudent': {
    title: 'Safe deadline passed',
    why: '"Before 10 June" (6月10日之前) can be read two ways: until 9 June 24:00 to be safe, or until 10 June 24:00 at the latest.',
    mend: 'Submit now, at the latest before the final deadline.',
    example: 'Submitting the first batch on 10 June at 09:00',
    message: ({ prudent, latest }) => `The safe deadline, ${prudent}, has passed; the final deadline is ${latest}`,
  },
  'deadline/near': {
    title: 'Deadline near',
    why: 'Less than 7 days are left: keep time for works that must go back and be fixed.',
    mend: 'Plan the time for returns and resubmissions.',
    example: 'Checking the first batch on 5 June',
    message: ({ prudent, hoursLeft }) => `Safe deadline ${prudent}: ${timeLeft(hoursLeft)} left`,
  },
  'waiver/unused': {
    title: 'Unused waiver',
    why: 'A waiver that matches no problem usually names the wrong rule or work, or the problem is already fixed.',
    mend: 'Check the waivers in sizheng.yaml: correct the rule or the work, or delete the waiver.',
    example: 'A waiver for a work that is already valid',
    message: ({ rule, subject, why }) => `Waiver of ${rule} for "${subject}" is not used: ${WHY_UNUSED[why]}`,
  },
  'topic/coverage': {
    title: 'Topic coverage',
    why: 'The letter lists topics for lessons as guidance; a topic not covered gets a note only.',
    mend: 'Not required; when choosing topics, consider those not covered yet.',
    example: '睡眠调整 is not among the topics covered',
    message: ({ category, missing, covered, total }) =>
      `${category} covers ${covered} of ${countEn(total, 'topic')}; not covered: ${missing.join(', ')}`,
  },
  'duplicate/file': {
    title: 'Same file in two works',
    why: 'Two works hold exactly the same file; most likely one was misplaced or submitted twice.',
    mend: 'Check both and replace the wrong file, or withdraw one of the works.',
    example: 'The videos of 03 and 07 are identical byte for byte',
    message: ({ path, other }) => `"${path}" has exactly the same content as "${other}"`,
  },
  'duplicate/text': {
    title: 'Much the same text in two works',
    aspect: 'text in common with other works',
    why: 'Two works have much text in common: copied, submitted twice by one author, or written over one draft. Text of templates and of the letter is not counted; what many works quote counts less.',
    mend: `Compare the two. If copied or submitted twice, have it replaced by original text or withdraw one of the works. If both use one template, put the blank template into the 模板 folder (templates) and check again. If the text may be shared, ${waiveEn('duplicate/text')}.`,
    example: '31% of the text is the same in the plans of two institutions',
    message: likenessEn,
  },
};

export const itemTextsEn: RuleTextsOf<'item'> = {
  'item/missing-asset': {
    title: 'Missing material',
    aspect: 'material',
    why: 'The letter asks for this material with every work.',
    mend: 'Add what is missing to the folder of the work, or next to its files under the same name.',
    example: 'A lesson without a subtitle file',
    message: ({ slot, count, min, binding }) =>
      count === 0
        ? `${slot} is missing; it is required${bindingEn(binding)}`
        : `${slot}: found ${count}, expected at least ${min}${bindingEn(binding)}`,
    fix: ({ slot, into, stem, formats, declarable, textField, searched }) =>
      [
        `Add the ${slot}${formats.length > 0 ? ` (${choiceEn(formats)})` : ''} to "${into}"${stem === null ? '' : `, named after the work: "${stem}"`}`,
        ...(declarable
          ? [
              'if it is burned into the picture, write 压制字幕 in the 字幕 column of the 作品信息 sheet (or subtitles: burned-in in item.yaml)',
            ]
          : []),
        ...(textField === null ? [] : [`or write it in the ${FIELDS_EN[textField]} column of the 作品信息 sheet`]),
        ...searched.map(
          (path) =>
            `"${path}" has no heading for this work: if the text is there, put its number and title on a line of their own above it`,
        ),
      ].join('; '),
  },
  'item/ambiguous': {
    title: 'Too many files',
    why: 'There is room for one only, and the program does not choose for you.',
    mend: 'Keep the one to submit and move the others out of the folder of the work.',
    example: 'Two unrelated videos in one lesson',
    message: ({ slot, files, max }) =>
      `${slot}: found ${countEn(files.length, 'file')}, expected at most ${max}: ${fileList(files)}`,
  },
  'item/versions': {
    title: 'Several versions of one file',
    why: 'With 终稿, 最终版, (1) or 副本 side by side, the wrong version is easily submitted.',
    mend: 'Find out which one is final and keep only that one.',
    example: '微课终稿.mp4 and 微课终稿(1).mp4',
    message: ({ slot, files }) => `${slot}: these look like versions of one file: ${fileList(files)}`,
  },
  'item/metadata': {
    title: 'Work details missing or inconsistent',
    aspect: 'institution',
    why: 'The summary and the return notices are written per institution; where sources differ, nobody knows which one holds.',
    mend: 'Complete the details and make them agree in the 作品信息 sheet, item.yaml or the folder name (序号-题目-学校: number-title-institution).',
    example: 'The folder name says 甲大学, the sheet says 乙大学',
    message: (params) =>
      params.fault === 'no-institution'
        ? `No institution given for "${params.name}"`
        : `The ${FIELDS_EN[params.field]} differs: ${SOURCES_EN[params.used.source]} says "${params.used.value}", ${SOURCES_EN[params.other.source]} says "${params.other.value}"; the former is used`,
    fix: (params) =>
      params.fault === 'no-institution'
        ? 'Rename the folder (or the files) to 序号-题目-学校 (number-title-institution), or fill in the institution in the 作品信息 sheet'
        : 'Check which is right and make them agree',
  },
  'item/title': {
    title: 'File name is not a title',
    aspect: 'title',
    why: 'Names made up by a phone or by WeChat are not titles, and the submission needs one.',
    mend: 'Rename the folder (or the files) to 序号-题目-学校 (number-title-institution), or fill in the title in the 作品信息 sheet.',
    example: '微信视频20220601.mp4',
    message: ({ name }) => `"${name}" does not look like the title of a work`,
  },
  'item/sheet-row': {
    title: 'Sheet row without files',
    why: 'The 作品信息 sheet lists a work that is not in the folder.',
    mend: 'Add the files; or correct the number or title in the sheet to match the folder; or delete the row if the work is not submitted.',
    example: 'Row 7 of the sheet, 睡眠调整, has no folder',
    message: ({ sheet, line, label }) => `"${sheet}" row ${line}, "${label}", has no matching folder or file`,
  },
};
