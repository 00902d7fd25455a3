/** The screens of the commands beside `validate`. */
import { REASON_BLANK } from '../../model/reason-blank.ts';
import type {
  ChangeScreen,
  DemoScreen,
  DoctorScreen,
  InitScreen,
  ProbeScreen,
  RulesScreen,
  SpecScreen,
  StatusScreen,
} from '../screens.ts';
import { countEn } from './words.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function zoneEn(zone: string): string {
  return zone === 'Asia/Shanghai' ? 'Beijing time' : zone;
}

/** ` (1)`, ` (at least 2)`, ` (0-3)`, or nothing when any number will do. */
function slotCount(min: number, max: number | null): string {
  if (max === null) return min > 0 ? ` (at least ${min})` : '';
  return max === 1 ? ' (1)' : ` (${min}-${max})`;
}

export const statusScreenEn: StatusScreen = {
  now: (local, weekday, zone) => `${WEEKDAYS[weekday - 1]} ${local} (${zoneEn(zone)})`,
  noDeadline: 'Regular batch: no deadline',
  deadline: (prudent, latest, source) =>
    `Deadline${source === null ? '' : ` (${source})`}: to be safe ${prudent}, at the latest ${latest}`,
  leftToPrudent: (left) => `${left} left to be safe`,
  leftToLatest: (left) => `The safe time has passed; ${left} left until the latest`,
  done: 'Nothing has changed since the last check, which passed: ready to submit. Next: sizheng pack',
  passed: 'The latest time has passed',
  head: ['Category', 'Required', 'Found', 'Last valid'],
  neverChecked: 'Not checked yet',
  lastCheck: (local, passed) => `Last check ${local}: ${passed ? 'passed' : 'some problems must be fixed'}`,
  unchanged: 'No changes since',
  changed: (count, examples) =>
    `${countEn(count, 'file')} changed since: ${examples.join(', ')}${count > examples.length ? ', ...' : ''}`,
  next: (command) => `Next: ${command}`,
};

export const rulesScreenEn: RulesScreen = {
  head: ['Rule', 'Severity', 'What it checks'],
  columns: { id: 'Rule', title: 'What it checks', severity: 'Severity', why: 'Why', mend: 'Fix' },
  why: 'Why: ',
  source: 'Source: ',
  severity: 'Severity: ',
  mend: 'Fix: ',
  example: 'Example: ',
  waivable: 'can be waived with a written reason',
  notWaivable: 'cannot be waived',
  waiverExample: (line) => `: a line under waivers: in sizheng.yaml, such as ${line}`,
  waiverReason: REASON_BLANK.en,
  limits: (limits) => `numbers a spec may change: ${limits.join(', ')}`,
  clause: (text, binding) => `"${text}" (${binding})`,
  clauseSeparator: '; ',
  noClause: 'the spec in force does not ask for this',
  practice: 'practice',
  clauseSeverity: 'as the clause',
  off: 'off in this spec',
  heading: 'Rules',
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SCOPES_EN = { province: 'province', institution: 'institution' } as const;
const BATCHES_EN = { first: 'first batch', regular: 'regular batch' } as const;
const PER_EN: Readonly<Record<string, string>> = { institution: 'per institution', person: 'per person' };

export const specScreenEn: SpecScreen = {
  id: 'Id: ',
  source: 'Source: ',
  deadline: (month, day) => `First batch due before ${day} ${MONTHS[month - 1]}`,
  recommended: {
    error: 'What the letter recommends (should): must be fixed, or waived with a written reason',
    warning: 'What the letter recommends (should): warnings only',
  },
  binding: { must: 'must', should: 'should', guidance: 'guidance' },
  quota: (scope, batch, per) =>
    [scope && SCOPES_EN[scope], batch && BATCHES_EN[batch], PER_EN[per]].filter(Boolean).join(', ') || 'quota',
  required: 'required',
  optional: 'optional',
  slot: (name, min, max, formats) =>
    `${name}${slotCount(min, max)}${formats === null ? '' : `: ${formats.join(', ')}`}`,
  fields: {
    container: 'container',
    codec: 'video codec',
    profile: 'codec profile',
    frameRateMode: 'frame rate mode',
    scan: 'scan type',
    pixelFormat: 'pixel format',
    aspectRatio: 'aspect ratio',
    audioCodec: 'audio codec',
    audioBitRateMode: 'audio bit rate mode',
    duration: 'duration',
    size: 'file size',
    frameRate: 'frame rate',
    bitRate: 'video bit rate',
    bitDepth: 'bit depth',
    level: 'codec level',
    sampleRate: 'audio sample rate',
    channels: 'audio channels',
    audioBitRate: 'audio bit rate',
    wordCount: 'words (字数)',
    resolution: 'resolution',
  },
  topics: 'Topics: ',
  list: (words) => words.join(', '),
  wholeSlots: 'Sent with the whole submission',
  attestations:
    'Declared by a person, not checked (under attestations: in sizheng.yaml, a line "id: who declares it" each)',
  clauses: 'Clauses, as worded in the letter',
  valid: (id, title) => `No errors in spec ${id}, "${title}"`,
};

export const probeScreenEn: ProbeScreen = {
  yes: 'yes',
  no: 'no',
  kind: 'kind',
  format: 'format',
  failed: 'unreadable',
  fields: {
    container: 'container',
    sizeBytes: 'file size',
    durationMs: 'duration',
    faststart: 'instant playback online',
    truncated: 'incomplete',
    codec: 'codec',
    profile: 'profile',
    level: 'level',
    size: 'size',
    displaySize: 'displayed size',
    rotation: 'rotation',
    sampleAspectRatio: 'pixel aspect ratio',
    frameRate: 'frame rate',
    frameRateMode: 'frame rate mode',
    scan: 'scan type',
    pixelFormat: 'pixel format',
    bitDepth: 'bit depth',
    bitRate: 'bit rate',
    bitRateMode: 'bit rate mode',
    channels: 'channels',
    sampleRate: 'sample rate',
    language: 'language',
    encoding: 'text encoding',
    hadBom: 'byte order mark',
    cueCount: 'subtitle cues',
    firstMs: 'first cue starts',
    lastMs: 'last cue ends',
    coveredMs: 'time under cues',
    wordCount: 'words (字数)',
    characters: 'characters, no spaces',
    pages: 'pages',
    firstLine: 'first line',
    video: 'video',
    audio: 'audio',
    subtitles: 'subtitle track',
    extra: 'extra streams',
  },
};

const ORIGIN = { bundled: 'built-in', path: 'installed on the system' } as const;

export const doctorScreenEn: DoctorScreen = {
  ok: 'ok',
  warning: 'warning',
  failed: 'problem',
  node: (version, wanted) => `Node.js ${version} (required: ${wanted})`,
  nodeFix: 'Install Node.js 20.19 or later from nodejs.org',
  ffprobe: {
    found: (version, origin, path) =>
      `ffprobe ${version} (${{ ...ORIGIN, env: 'set in SIZHENG_FFPROBE' }[origin]}) ${path}`,
    missing: 'No ffprobe: only the built-in reader is used; it reads MP4/MOV, with no cross-check',
    missingFix: 'Install ffmpeg (it contains ffprobe), or set SIZHENG_FFPROBE to the path of an ffprobe',
    broken: (path) => `ffprobe does not run: ${path}`,
    brokenFix: 'Install it again, or set SIZHENG_FFPROBE to an ffprobe that runs',
  },
  ffmpeg: {
    found: (version, origin, path) =>
      `ffmpeg ${version} (${{ ...ORIGIN, env: 'set in SIZHENG_FFMPEG' }[origin]}) ${path}`,
    missing: 'No ffmpeg: the HTML report shows no frames (results are not affected)',
    missingFix: 'Install ffmpeg, or set SIZHENG_FFMPEG to its path',
    broken: (path) => `ffmpeg does not run: ${path}`,
    brokenFix: 'Install it again, or set SIZHENG_FFMPEG to an ffmpeg that runs',
  },
  index: (version) => `Built-in MP4 reader (version ${version})`,
  locale: (name, utf8) => `Locale ${name}${utf8 ? '' : ' (not UTF-8; Chinese may be garbled)'}`,
  localeFix:
    'Windows: run chcp 65001 first; Linux: set LANG=zh_CN.UTF-8. Or write to a file: --reporter terminal=report.txt',
  terminal: (columns, isTerminal) =>
    isTerminal ? `Terminal ${columns} columns wide` : `Output is not a terminal; laid out for ${columns} columns`,
  narrowFix: 'Make the window at least 80 columns wide',
  disk: (path, free) => `${free} free on the disk of "${path}"`,
  diskFix: 'Works are large: free some disk space first',
  cache: (path, entries, size) => `Cache: ${countEn(entries, 'file')}, ${size}: ${path}`,
  cacheUnwritable: (path) =>
    `Cannot write the cache: ${path} (results are not affected, but every run reads everything anew)`,
  cacheFix: 'Check the permissions of the folder, or choose another with --cache-dir',
  summary: (problems) => (problems === 0 ? 'All is well, ready to use' : `${countEn(problems, 'thing')} to look at`),
};

export const changeScreenEn: ChangeScreen = {
  excluded: (label, reason, file) => `Withdrew ${label}, reason "${reason}"; written to ${file}, no files were moved`,
  included: (label, file) => `Selected ${label}; written to ${file}, no files were moved`,
  unchanged: (label) => `${label} is like this already; nothing was changed`,
  next: (command) => `Next: ${command}`,
};

export const initScreenEn: InitScreen = {
  askScope: 'Who submits?',
  scopes: { province: 'a province (its education authority)', institution: 'an institution' },
  askProvince: 'Which province?',
  askInstitution: 'The institution in full?',
  askBatch: 'Which batch?',
  batches: { first: 'first batch (with quotas and a deadline)', regular: 'regular batch' },
  askYear: 'Which year?',
  askFolder: 'Name of the workspace folder (made inside the current folder)?',
  batchNames: { first: 'first', regular: 'regular' },
  otherProvince: 'other (type it)',
  created: (count) => `Created ${countEn(count, 'file or folder', 'files and folders')}`,
  kept: (paths) => `Already there, not changed: ${paths.join(', ')}`,
  next: (dir) => [
    `1. Put the works into the category folders of "${dir}", one folder for each work, named number-title-institution`,
    '2. Fill in 作品信息.xlsx (or leave it, where the folder names say it all)',
    `3. Check: sizheng validate${dir === '.' ? '' : ` ${dir}`}`,
    'The templates and the guide, in the 模板 folder, can be sent to the people who prepare the works',
  ],
};

export const demoScreenEn: DemoScreen = {
  made: (dir) =>
    `Made a sample province in "${dir}": 25 works, all small real files (names and contents are invented).`,
  cleanMade: (dir) => `Made a sample province without faults in "${dir}". Checking it:`,
  faultsAhead: 'A few faults were left in on purpose, to see whether they are found:',
  mending: (what) => `Fixing: ${what}`,
  faults: {
    duration: 'the video of lesson 02 is only 14:42 long',
    subtitle: 'lesson 03 has no subtitles',
    type: 'the "document" of case 07 is really a web page',
    missing: 'there are only 4 会商指导方案 (plans)',
  },
  mends: {
    duration: 'give lesson 02 a video of 15:45',
    subtitle: 'add subtitles to lesson 03',
    type: 'give case 07 a real document',
    missing: 'add the fifth 会商指导方案 (plan)',
  },
  checkAgain: 'All fixed. Checking again:',
  packing: 'The check passed. Packing it:',
  verifying: 'Whoever receives it verifies it like this:',
  done: (dir) => [
    'The demo is complete. Next you can try:',
    `  sizheng status ${dir}`,
    `  sizheng validate ${dir} --verbose`,
    `  sizheng pack ${dir} --layout upload`,
    `  sizheng summary ${dir}`,
    '  sizheng init my-workspace',
  ],
  unexpected: 'The demo did not go as expected. To see what is wrong with this machine, run sizheng doctor',
};
