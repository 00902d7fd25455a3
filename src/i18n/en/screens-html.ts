/** The words of the HTML report, in English. */
import type { HtmlScreen } from '../screens-html.ts';
import { countEn } from './words.ts';

export const htmlScreenEn: HtmlScreen = {
  title: 'Check report',
  skip: 'Skip to the content',
  contents: 'Contents',
  sections: {
    package: 'What is in the package',
    quota: 'Quotas',
    next: 'What to do next',
    whole: 'Found in the batch as a whole',
    candidates: 'Candidates',
    withdrawn: 'Withdrawn',
    topics: 'Topics covered',
    waivers: 'Waivers',
    attestations: 'To be declared by a person',
    rules: 'About the rules',
    method: 'How this was checked',
  },
  headline: (passed, partial) =>
    partial
      ? passed
        ? 'Nothing must be fixed in the part that was checked'
        : 'The part that was checked must be fixed'
      : passed
        ? 'Ready to submit'
        : 'Not ready to submit yet',
  tally: (blocking, warnings) =>
    [
      blocking > 0 ? `${blocking} to fix` : 'nothing to fix',
      warnings > 0 ? `${countEn(warnings, 'warning')} (not blocking)` : '',
    ]
      .filter(Boolean)
      .join(', ')
      .replace(/^n/, 'N'),
  figures: { works: 'works', error: 'must fix', warning: 'warnings', waived: 'waived', skipped: 'checks not made' },
  candidateGrade: 'must fix (candidate)',

  deadline: {
    title: 'Deadline',
    prudent: 'Prudent',
    latest: 'Latest',
    readings:
      'The letter says "before" a day, which can be read two ways: until 24:00 of the day before (prudent), or until 24:00 of the day itself (latest). Keep to the first.',
    source: (text) => `Date set by: ${text}`,
    days: '{days} d {hours} h',
    hours: '{hours} h {minutes} min',
    left: '{time} left',
    past: '{time} ago',
    asOf: (local) => `As of the check at ${local}`,
    now: "Now (by this computer's clock)",
  },

  packed: {
    title: 'Package: read this first',
    passed: 'Passed the check',
    draft: 'Draft: not to be submitted',
    open: 'The works are below; a file name opens the file. If it does not, unpack the whole package first, and open this page where it was unpacked.',
    summary: 'Summary',
    uploadLog: 'Upload log',
    waivers: 'What these ask was not met; the submitter gives the reason.',
    rules: 'The rules that found a warning, a note or a waiver, and why they are checked.',
  },

  ledger: {
    head: ['Category', 'Chart', 'Found', 'Required', 'Valid', 'Note'],
    bar: ({ valid, faulty, missing, excess, open }) =>
      [
        `${valid} valid`,
        faulty > 0 ? `${faulty} to fix` : '',
        missing > 0 ? `${missing} missing` : '',
        excess > 0 ? `${excess} too many` : '',
        open > 0 ? `room for ${open} more` : '',
      ]
        .filter(Boolean)
        .join(', '),
    legend: { valid: 'valid', faulty: 'to fix', missing: 'missing', open: 'room for more', limit: 'upper limit' },
    none: 'Only a part was checked: quotas were not.',
  },

  next: {
    fail: (command) => `Fix these first; a name leads to the details. Then check again${command === null ? '.' : ':'}`,
    pass: (command) => `Nothing must be fixed. The batch can be submitted${command === null ? '.' : '; to pack it:'}`,
    passPartial: 'Nothing in this part must be fixed. Check the whole batch before submitting it.',
    more: (count) => `${count} more`,
    list: (words) => words.join(', '),
  },

  filters: {
    label: 'Filter',
    grade: 'Severity',
    all: 'All',
    category: 'Category',
    institution: 'Institution',
    rule: 'Rule',
    search: 'Search',
    searchHint: 'title, institution, file, finding',
    reset: 'Clear',
    whole: 'The batch as a whole',
    noInstitution: '(no institution)',
    hits: 'Works shown: {works} of {allWorks}; findings: {findings} of {allFindings}',
    nothing: 'Nothing matches. Loosen the filter, or clear it.',
  },

  work: {
    count: (count) => countEn(count, 'work'),
    none: 'No works were found.',
    clean: 'nothing found',
    graded: (grade, count) => `${count} ${grade}`,
    candidatesNote: 'Candidates are checked, but neither count towards the quota nor bear on the verdict.',
    withdrawn: (reason) => (reason === null ? 'no reason given' : `reason: ${reason}`),
    frames: 'Frames',
    frame: (time) => `Frame at ${time}`,
    asked: 'Measured against what was asked',
    askedHead: ['Item', 'Measured', 'Asked', 'Letter', 'Result'],
    itself: 'The work',
    track: 'Subtitle track',
    files: 'Files',
    extraFile: 'other file',
    words: (count) => countEn(count, 'word'),
    pages: (count) => countEn(count, 'page'),
    firstLine: 'First line',
    failure: (detail) => (detail === null ? 'cannot be read' : `cannot be read: ${detail}`),
    checks: (total, skipped, beside) =>
      `${countEn(total, beside ? 'other check' : 'check')}, ${skipped > 0 ? `${skipped} of them not made` : 'all passed'}`,
  },

  timeline: {
    title: 'Subtitles',
    facts: (cues, first, last, covered) =>
      `${countEn(cues, 'cue')} from ${first} to ${last}${covered === null ? '' : `, ${covered} of it subtitled`}`,
    label: (first, last, total) => `Timeline of ${total}: subtitles from ${first} to ${last}`,
    spots: (count) => `${countEn(count, 'place')} with findings`,
    legend: { covered: 'subtitled', empty: 'no subtitles', spot: 'place with a finding', end: 'end of the video' },
    noCues: 'no cues',
  },

  finding: {
    waived: (reason) => `Waived: "${reason}"`,
    spots: (total, shown) =>
      shown < total ? `All ${total} places (the first ${shown} listed)` : `All ${total} places`,
    otherWays: 'Other ways out',
    clause: (text, binding) => `Letter (${binding}): "${text}"`,
  },

  binding: { must: 'must', should: 'should', guidance: 'guidance' },
  practice: 'practice',

  topics: {
    work: 'Work',
    total: 'Total',
    covered: 'yes',
    missing: (topics) => `Not covered yet: ${topics.join(', ')}`,
    complete: 'All that the letter names are covered.',
    note: 'Judged by titles and by the topics filled in; a help for choosing, with no bearing on the verdict.',
  },

  waivers: {
    note: 'Waivers are handed in with the batch and can be seen by whoever receives it.',
    head: ['Work', 'Rule', 'What was not kept', 'Reason'],
  },

  attestations: {
    note: 'No program can see these. Who declared them is recorded; they were not checked.',
    head: ['Matter', 'Declared by'],
    nobody: 'nobody yet',
  },

  rules: {
    note: 'The rules behind these findings: why they are asked, and how to keep them.',
    count: (count) => countEn(count, 'finding'),
    why: 'Why: ',
    mend: 'How to mend it: ',
  },

  framesMissing: {
    'no-ffmpeg':
      'No frames are shown, because no ffmpeg that runs was found: install ffmpeg (or set SIZHENG_FFMPEG to its path) and make the report again',
    'not-kept':
      'A saved report holds no frames: make the page again by sizheng report with --dir and the workspace, and they are taken from the videos there',
    lost: (count) =>
      `${countEn(count, 'video')} without frames: not found in the workspace, or changed since the check; check again and make the page anew`,
    fewer: (perVideo) =>
      `There are many works: ${countEn(perVideo, 'frame')} of each video ${perVideo === 1 ? 'is' : 'are'} shown, so that the page does not grow too large`,
  },
  method: {
    at: 'Checked at',
    tool: 'Program',
    readers: 'Video readers',
    noReaders: 'no video was read',
    spec: 'Spec',
    digest: 'SHA-256 of the spec file',
    extent: 'Extent',
    extentWhole: 'the whole batch',
    frames: 'Frames',
    privacy: 'Private data',
    privacyNote: 'What looks like private data is masked in this report but for a few characters.',
    clauses: "The letter's clauses",
    clausesHead: ['Binding', 'Text'],
  },
};
