/** The words on screens. */
import { REASON_BLANK } from '../../model/reason-blank.ts';
import type { LedgerWords, ReportScreen } from '../screens.ts';
import { spotEn } from './spots.ts';
import { DETAILS_EN } from './subtitle-words.ts';
import { countEn } from './words.ts';

function noteOf({ found, valid, waived, candidates, missing, excess }: LedgerWords): string {
  const parts = [
    missing > 0 ? `${missing} missing` : '',
    excess > 0 ? `${excess} too many` : '',
    found > valid ? `${found - valid} must be fixed` : '',
    waived > 0 ? `${waived} with a waiver` : '',
    candidates > 0 ? countEn(candidates, 'candidate') : '',
  ].filter(Boolean);
  return parts.join(', ');
}

/** `5-10`. */
export function requiredEn({ min, max }: LedgerWords): string {
  if (min === null && max === null) return 'any';
  if (min === max) return String(min);
  if (min === null) return `at most ${max}`;
  return max === null ? `at least ${min}` : `${min}-${max}`;
}

export const reportScreenEn: ReportScreen = {
  batch: (owner, year, batch, scope) =>
    [
      owner ?? (scope === 'province' ? '(province not set)' : '(institution not set)'),
      `${year} ${batch === 'first' ? 'first batch' : 'regular batch'}`,
    ].join(' '),
  checkedAt: (local, zone, seconds, given) =>
    `checked ${given ? 'as of ' : ''}${local} (${zone === 'Asia/Shanghai' ? 'Beijing time' : zone})${seconds === null ? '' : `, took ${countEn(seconds, 'second')}`}`,
  verdict: (passed, blocking, warnings, partial) => {
    const also = warnings > 0 ? `; ${countEn(warnings, 'warning')} (not blocking)` : '';
    if (!passed)
      return `Result: ${partial ? '' : 'not ready to submit. '}${countEn(blocking, 'problem')} must be fixed${also}`;
    return `Result: ${partial ? 'nothing must be fixed in the part that was checked' : 'passed, ready to submit'}${also}`;
  },
  checkedAs: (path, category, slot) => `"${path}" is checked as ${slot} of ${category}`,
  partial: 'Partial check: quotas, the deadline and other rules over the whole batch were not checked',
  timeLeft: ({ days, hours, minutes }) =>
    [
      days > 0 ? countEn(days, 'day') : '',
      hours > 0 ? countEn(hours, 'hour') : '',
      minutes > 0 ? countEn(minutes, 'minute') : '',
    ]
      .filter(Boolean)
      .join(' ') || 'less than a minute',
  untilPrudent: (end, left) => `${left} left until the safe deadline (${end})`,
  strict: 'Strict check (--strict): warnings must be fixed too',
  ledgerHead: ['Category', 'Required', 'Found', 'Valid', 'Notes'],
  required: requiredEn,
  ledgerNote: (row) => noteOf(row) || (row.min === null && row.max === null ? '' : 'complete'),
  severity: { error: 'must fix', warning: 'warning', info: 'note' },
  outcome: { pass: 'pass', fail: 'fail', skipped: 'skipped', 'not-applicable': 'not applicable' },
  status: { selected: 'selected', candidate: 'candidate', withdrawn: 'withdrawn' },
  wholeSubmission: 'Whole submission',
  itemLabel: (category, number, title, institution) =>
    [category, number, `"${title}"`, institution].filter((part) => part !== null).join(' '),
  waivedTag: 'waived',
  fixLabel: 'Fix: ',
  sharedFixLabel: (count) => `Fix for these ${count}: `,
  spot: (spot) => `${spotEn(spot)}${spot.detail === undefined ? '' : ` (${DETAILS_EN[spot.detail]})`}`,
  spotSeparator: '; ',
  reason: (title) => `${title} does not meet the call`,
  spare: (left) => `Or leave this work out (${left} would remain):`,
  moreWorks: (count) => `+${count} more, not shown`,
  waiverHint:
    'Or waive it with a written reason: under waivers in sizheng.yaml, add the line (where there is no waivers: yet, or only one behind a #, first add waivers: at the end)',
  waiverReason: REASON_BLANK.en,
  moreAlike: (count, title) => `+${count} more of the same (${title}), not shown`,
  warningsSummary: (count, parts) =>
    `${countEn(count, 'warning')}: ${parts.map(({ title, count: of }) => `${title} (${of})`).join(', ')}`,
  infosSummary: (count) => countEn(count, 'note'),
  waivers: (count) =>
    `${countEn(count, 'waiver')} (sent with the submission, so the authority above sees the reasons):`,
  waiver: (subject, title, reason) => `${subject}: ${title}, reason "${reason}"`,
  declared: (count) => `Subtitles declared as burned-in for ${countEn(count, 'work')}: taken on trust, not checked`,
  candidates: (labels) =>
    `${countEn(labels.length, 'candidate')} (not counted, no effect on the result): ${labels.join(', ')}`,
  withdrawn: (labels) =>
    `${countEn(labels.length, 'work')} withdrawn: ${labels.map(({ label, reason }) => (reason === null ? label : `${label} (${reason})`)).join(', ')}`,
  oneReader: (reader) =>
    `Videos were read by one program only (${reader}), with no cross-check; install ffmpeg for a more reliable result`,
  seeWarnings: (command) => `To see the warnings: ${command}`,
  seeAll: (command) => `To see everything: ${command}`,
  passedRest: (count) => `${countEn(count, 'other check')} that only look for a fault found none`,
  textsHead: 'Texts of the works (length, first line)',
  text: (name, wordCount, firstLine) =>
    `${name}, ${countEn(wordCount, 'word')}${firstLine === null ? '' : `: "${firstLine}"`}`,
  introIn: (file) => `intro (${file})`,
  burnedIn: 'subtitles: declared as burned-in, not checked',
  passedHead: 'Checks made (with measured values)',
  attestationsHead: 'What no program can see and a person must declare (not checked)',
  attestation: (text, by) => `${text}: ${by === null ? 'not declared yet' : `declared by ${by}`}`,
};
