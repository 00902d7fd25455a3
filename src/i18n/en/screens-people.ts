/** The notice for institutions, the workbook, the comment on a pull request. */
import type { Binding } from '../../model/spec.ts';
import { pad2 } from '../../util/format.ts';
import type { DeadlineWords, MarkdownScreen, NoticeScreen, PeopleScreen, WorkbookScreen } from '../screens-people.ts';
import { countEn } from './words.ts';

const BINDINGS: Readonly<Record<Binding, string>> = { must: 'must', should: 'should', guidance: 'guidance' };

function deadlineEn({ scope, prudent, latest, month, day, source, passed }: DeadlineWords): string {
  const owner = scope === 'province' ? 'the province' : 'the institution';
  const said = `${source === '' ? '' : `${source ?? 'letter'}: `}before ${pad2(month)}-${pad2(day)}`;
  if (passed === 'latest')
    return `Time: the last moment to submit, ${latest}, has passed (${said}). Please ask first whether a late submission is taken.`;
  if (passed === 'prudent')
    return `Time: the prudent moment for ${owner} to submit, ${prudent}, has passed (${said}); the last is ${latest}. Please mend and send it at once.`;
  return `Time: ${owner} has to submit by ${prudent} (${said}; prudently the end of the day before, at the latest ${latest}). Please leave time for another check.`;
}

const noticeEn: NoticeScreen = {
  nobody: (partial, left) =>
    `Nothing has to be returned${partial ? ' of the part that was checked' : ''}, nobody has to be told${left > 0 ? `; ${countEn(left, 'problem')} that must be fixed (quotas, stray files and the like) belong to no institution` : ''}`,
  head: ({ notices, works, problems }) =>
    `${countEn(notices, 'notice')}: ${works > 0 ? `${countEn(works, 'work')}, ` : ''}${countEn(problems, 'problem')} to mend. Each stands between two lines, to be copied as a whole`,
  recipients: (names) => `To, in this order: ${names.join(', ')}`,
  findOut: 'The last is about works that do not say whose they are: find out first',
  ownDate: 'Add the day by which institutions are to send them again: only the date of the submission is known here',
  left: (count) =>
    `${countEn(count, 'problem')} that must be fixed (quotas, stray files and the like) belong to no institution and are not in the notices`,
  nameless: '(institution not given)',
  title: (name) => `[Returned] ${name}`,
  call: (title, owner, year, batch) =>
    `${title}, ${owner === null ? '' : `${owner}, `}${year} ${batch === 'first' ? 'first batch' : 'regular batch'}`,
  summary: (checked, works, problems) =>
    `${countEn(checked, 'work')} checked${works > 0 ? `, ${works} to be mended` : ''}: ${countEn(problems, 'problem')} that must be fixed. Please mend them as told below and send them again.`,
  blocking: 'Must fix:',
  rest: 'Please note as well (not blocking):',
  inFile: (name, message) => `${name}: ${message}`,
  deadline: deadlineEn,
  openEnded: 'Time: regular batch, no deadline; please send it again when it is mended.',
};

const workbookEn: WorkbookScreen = {
  sheets: { problems: 'Problems', works: 'Works', institutions: 'Institutions' },
  problems: {
    grade: 'Severity',
    blocking: 'Blocking',
    category: 'Category',
    number: 'No.',
    title: 'Title',
    institution: 'Institution',
    status: 'Status',
    file: 'File',
    place: 'Place',
    message: 'Problem',
    expected: 'Asked',
    actual: 'Measured',
    fix: 'Fix',
    waived: 'Reason of the waiver',
    clause: 'Clause',
    aspect: 'Rule',
    rule: 'Rule id',
  },
  works: {
    category: 'Category',
    number: 'No.',
    title: 'Title',
    institution: 'Institution',
    status: 'Status',
    verdict: 'Result',
    blocking: 'Must fix',
    warnings: 'Warnings',
    infos: 'Notes',
    waived: 'Waived',
    unchecked: 'Not checked',
    duration: 'Duration',
    resolution: 'Resolution',
    codec: 'Codec',
    videoSize: 'Video size',
    subtitles: 'Subtitles',
    cues: 'Cues',
    coverage: 'Time under subtitles',
    words: 'Words',
    files: 'Files',
    bytes: 'Bytes in all',
    note: 'Remarks',
  },
  yes: 'yes',
  no: 'no',
  noProblems: 'No problems found',
  noWorks: 'No works',
  track: (index) => `stream ${index} of the video`,
  other: (path) => `compare "${path}"`,
  verdicts: { valid: 'valid', waived: 'valid (waived)', toMend: 'must fix', withdrawn: 'withdrawn, not checked' },
  burnedIn: 'burned-in (declared, not checked)',
  unreadable: (names) => `Not readable: ${names.join(', ')}`,
  waivedFor: (reasons) => `Waived: ${reasons.join('; ')}`,
  withdrawnFor: (reason) => `Withdrawn: ${reason}`,
  institutions: {
    institution: 'Institution',
    nameless: '(not given)',
    sum: 'All',
    found: 'Found',
    valid: 'Valid',
    toMend: 'Must fix',
    candidates: 'Candidates',
    owes: 'What is to be mended',
    owed: (work, aspects) => `${work}: ${aspects.join(', ')}`,
  },
  ledgerTitle: 'Quotas',
  ledger: {
    category: 'Category',
    required: 'Required',
    found: 'Found',
    valid: 'Valid',
    waived: 'Waived',
    candidates: 'Candidates',
    missing: 'Missing',
    excess: 'Excess',
    note: 'Notes',
  },
  madeBy: (version, spec) => `Checked by sizheng ${version}, spec ${spec}`,
};

const markdownEn: MarkdownScreen = {
  title: (batch) => `Check: ${batch}`,
  blocking: 'Must fix',
  rest: ({ warnings, infos, waived, candidates }) =>
    [
      warnings > 0 ? countEn(warnings, 'warning') : '',
      candidates > 0 ? `${candidates} to fix in candidates` : '',
      infos > 0 ? countEn(infos, 'note') : '',
      waived > 0 ? `${waived} waived` : '',
    ]
      .filter(Boolean)
      .join(', '),
  noProblems: 'No problems found.',
  place: (paths, within) => `${paths}${within === '' ? '' : `, ${within}`}`,
  waived: (reason) => `Reason of the waiver: ${reason}`,
  leftOut: (count, blocking) =>
    `${count} more not listed${blocking > 0 ? ` (${blocking} of them must be fixed)` : ''}: one comment has no room for them, see the full report.`,
  unchecked: (count) =>
    `${countEn(count, 'check')} not made: what it needs could not be read, or is not part of this check.`,
  madeBy: (version, spec) => `Checked by sizheng ${version}, spec ${spec}`,
};

export const peopleScreenEn: PeopleScreen = {
  clause: (text, binding) => `letter: "${text}" (${BINDINGS[binding]})`,
  basis: (clause) => `Basis: ${clause}`,
  placeLabel: 'Place: ',
  places: (places, more) => `${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  candidate: (label) => `${label} (candidate)`,
  notice: noticeEn,
  workbook: workbookEn,
  markdown: markdownEn,
};
