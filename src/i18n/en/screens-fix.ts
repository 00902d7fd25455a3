/** The screens of `fix`. */
import type { Loss } from '../../model/fix.ts';
import type { FixCounts, FixScreen } from '../screens-fix.ts';
import { DETAILS_EN } from './subtitle-words.ts';
import { countEn } from './words.ts';

const ENCODINGS: Readonly<Record<string, string>> = {
  gb2312: 'GB2312',
  gbk: 'GBK',
  gb18030: 'GB18030',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

const LOSSES: Readonly<Record<Loss, string>> = {
  styles: 'styles',
  colours: 'colours',
  effects: 'effects (fades, movements)',
  strikeout: 'strikeout',
  positions: 'positions',
  speakers: 'marks of speakers',
  comments: 'comments',
  names: 'names of cues',
  'word-times': 'times of words',
  drawings: 'drawings',
  header: 'header lines',
};

function countsEn({ texts, names, removals }: FixCounts): string {
  const parts = [
    texts > 0 ? countEn(texts, 'subtitle file') : '',
    names > 0 ? countEn(names, 'name') : '',
    removals > 0 ? countEn(removals, 'piece of system litter', 'pieces of system litter') : '',
  ];
  return parts.filter(Boolean).join(', ');
}

export const fixScreenEn: FixScreen = {
  planned: (counts) => `Can be fixed: ${countsEn(counts)}`,
  nothing: 'Nothing to fix',
  nothingFound: (target) =>
    `Found no work and no subtitles in ${target === null ? 'this folder' : `"${target}"`}, so there was nothing to look at; give the workspace folder: sizheng fix <folder>`,
  text: (path) => `Subtitles  ${path}`,
  encoding: (from) => `encoding: ${ENCODINGS[from] ?? from} to UTF-8`,
  sample: (line, text) => `line ${line} reads "${text}"`,
  bom: 'take off the byte order mark',
  lineEnds: (to, lines) => `line ends: ${countEn(lines, 'line')} to ${to.toUpperCase()}`,
  edits: {
    times: (count) => `time lines: ${count}`,
    indexes: (count) => `cues numbered anew: ${count}`,
    'blank-lines': (count) => `blank lines: ${count}`,
  },
  order: (lines, more) =>
    `put in order of time: ${countEn(lines.length + more, 'cue')} earlier than the one before (line ${lines.join(', ')}${more > 0 ? ' ...' : ''})`,
  conversion: ({ from, cues, name }, extension) =>
    `format: ${from.toUpperCase()} to SRT, ${countEn(cues, 'cue')}; "${name}" takes its place, the .${extension} goes into the backup`,
  losses: (losses) =>
    `SRT has no room for: ${losses.map(([loss, count]) => `${LOSSES[loss]} (${count})`).join(', ')}; they are left out`,
  line: (line) => `line ${line}`,
  blankLine: '(blank line)',
  more: (count) => `+${count} not shown`,
  renames: 'Names (contents stay as they are)',
  removals: 'System litter to put aside, into the backup',
  subjects: 'Waivers in sizheng.yaml that follow',
  leftHead: (count) => `${count} left for a person, untouched:`,
  left: {
    undecodable: 'its encoding is in doubt; open it in an editor, check it and save it as UTF-8',
    'broken-bytes': 'some bytes are no characters, and rewriting would lose them; check it and save it anew',
    unreadable: 'cannot be read; check the permissions',
    'too-large': 'too large for subtitles',
    'no-cues': 'not a single cue in it',
    'other-content': 'the content is no subtitles; put the right file in its place',
    markup: 'TTML says its encoding in itself; save it as UTF-8 with a subtitle editor',
    order: 'not in order of time, but something in it is in doubt, so the order was kept',
    'no-conversion': 'cannot be made SRT here; use a subtitle editor',
    'no-end': 'nothing says when the last line ends (no closing stamp, no [length:]), so it was not made SRT',
    offset: 'it has an [offset:], which players take in different ways, so it was not made SRT',
    'unsure-times': 'some times are in doubt; once they are mended it can be made SRT',
    'past-a-day': 'it has times past 24 hours, so it was not made SRT',
    'name-taken': 'an .srt of the same name is there, so it was not made SRT',
    'name-encoding': 'the encoding of its name is in doubt; rename it by hand',
    'name-hidden': 'its mended name would be a hidden one; rename it by hand',
    'name-long': 'its mended name would be longer than a system takes; make it shorter by hand',
    'name-parts-work': 'under a new name the files of one work would not be found together; rename it by hand',
  },
  fault: (line, detail, found) => `line ${line} ${DETAILS_EN[detail]}${found === '' ? '' : ` "${found}"`}`,
  of: (path, reason) => `${path}: ${reason}`,
  dryRun: (command) => `Nothing has been changed yet. To do it: ${command}`,
  seeAll: (command) => `See all: ${command}`,
  brokenOff: (folder, command) =>
    `The last fix did not come to its end (${folder}); it can be undone first: ${command}`,
  done: (counts) => `Fixed: ${countsEn(counts)}`,
  backup: (path) => `Originals and log are in "${path}"`,
  undo: (command) => `To undo it: ${command}`,
  next: (command) => `Check again: ${command}`,
  undone: (backup) =>
    `The last fix is undone: files and names are what they were before it (the backup stays in "${backup}")`,
  nothingToUndo: 'There is no fix to undo',
  refused: 'Not undone, and nothing was touched: there were changes since, which would be lost',
  obstacles: {
    changed: 'changed since',
    missing: 'moved, renamed or deleted since',
    'in-the-way': 'another one stands in the old place',
    'backup-damaged': 'its original in the backup is missing or changed',
  },
  originals: (path) => `Single originals can be taken by hand from "${path}"`,
};
