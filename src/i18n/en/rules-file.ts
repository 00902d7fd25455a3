/** Files: what the rules over single files and folders say. */
import type { NameFault, RuleParams } from '../../model/rule-params.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { countEn } from './words.ts';

const UNREADABLE_EN: Record<RuleParams['file/unreadable']['reason'], string> = {
  unreadable: 'cannot be opened',
  damaged: 'is damaged and cannot be read',
  'no-streams': 'contains neither picture nor sound',
  timeout: 'took too long to read',
  encrypted: 'is protected by a password and cannot be read',
  undecodable: 'is text in an unknown encoding',
  'no-cues': 'contains no subtitles',
  'too-large': 'is too large to read safely',
};

function nameFault(params: NameFault): string {
  switch (params.fault) {
    case 'forbidden':
      return `contains characters that Windows forbids: ${params.characters.join(' ')}`;
    case 'reserved':
      return `uses "${params.word}", a name that Windows reserves`;
    case 'trailing':
      return 'ends with a dot or a space, which Windows drops';
    case 'bidi':
      return 'contains control characters that reverse the display order, so the real name is not what you see';
    case 'long':
      return `is too long: ${countEn(params.bytes, 'byte')}; keep it within ${params.limit} (about ${Math.floor(params.limit / 3)} Chinese characters)`;
    case 'not-nfc':
      return 'uses an unusual form of combined characters (not NFC) and may not match on another computer';
    case 'not-utf8':
      return 'is not in UTF-8 and will be garbled on another computer';
    case 'clash':
      return `differs from "${params.other}" only in case or in the form of combined characters; on Windows one overwrites the other`;
  }
}

export const fileTextsEn: RuleTextsOf<'file'> = {
  'file/stray': {
    title: 'Stray file',
    why: 'A file that belongs to no work is neither checked nor counted.',
    mend: 'If it belongs to a work, move it into the folder of that work; if not, move it away.',
    example: 'A video outside the category folders',
    message: ({ path }) => `"${path}" belongs to no work; it was not checked and does not count`,
  },
  'file/extra': {
    title: 'Extra file in a work',
    why: 'This file in the folder of a work matches none of the material asked for.',
    mend: 'If it is not to be submitted, move it away.',
    example: 'A video editing project in the folder of a work',
    message: ({ path }) => `"${path}" is not among the material asked for`,
  },
  'file/junk': {
    title: 'System junk',
    aspect: 'junk files',
    why: 'Files that the system and office software make by themselves are neither checked nor counted.',
    mend: 'Nothing to do.',
    example: 'Thumbs.db',
    message: ({ count, examples }) =>
      `${countEn(count, 'system junk file')}, neither checked nor counted: ${examples.join(', ')}${count > examples.length ? ', ...' : ''}`,
  },
  'file/empty': {
    title: 'Empty file or folder',
    why: 'A file of 0 bytes has no content; most likely a copy or download did not finish.',
    mend: 'Ask the institution for a new copy.',
    example: 'A 字幕.srt of 0 bytes',
    message: ({ path, folder }) => (folder ? `The folder "${path}" is empty` : `"${path}" is empty (0 bytes)`),
    fix: ({ folder }) => (folder ? 'Put the work in, or remove the folder' : 'Ask the institution for a new copy'),
  },
  'file/unreadable': {
    title: 'Unreadable file',
    why: 'A file that is damaged or does not open is of no use to the recipient either; other checks on it were skipped.',
    mend: 'Try to open it on a computer, and ask the institution for a new copy.',
    example: 'A 微课.mp4 whose download broke off',
    message: ({ path, reason, detail }) => `"${path}" ${UNREADABLE_EN[reason]}${detail === null ? '' : ` (${detail})`}`,
    fix: ({ reason }) =>
      reason === 'unreadable'
        ? 'Check the permissions of the file, and whether another program is using it'
        : reason === 'encrypted'
          ? 'Remove the password and save it again'
          : 'Try to open it on a computer, and ask the institution for a new copy',
  },
  'file/archive': {
    title: 'Archive',
    why: 'Works inside an archive cannot be seen or checked.',
    mend: 'Unpack it, put the files into the folder of the work, then move the archive away.',
    example: '01-情绪管理.zip',
    message: ({ path, format }) => `"${path}" is an archive (${format}); its content was not checked`,
  },
  'file/partial-download': {
    title: 'Unfinished download',
    why: 'This is a temporary file that a net disk or browser is still downloading.',
    mend: 'Wait for the download to finish, or download it again.',
    example: '微课.mp4.baiduyun.p.downloading',
    message: ({ path }) => `"${path}" is not fully downloaded`,
  },
  'file/lfs-pointer': {
    title: 'Git LFS pointer',
    why: 'Only the Git LFS pointer is here; the file itself was not fetched.',
    mend: 'Run git lfs pull, then check again.',
    example: 'A 微课.mp4 of 130 bytes',
    message: ({ path }) => `"${path}" is only a Git LFS pointer, not the file itself`,
  },
  'file/open-in-office': {
    title: 'Document open for editing',
    why: 'A document that is open in Word may not be saved yet.',
    mend: 'Save it and close Word (WPS), then check again.',
    example: '~$方案.docx next to 方案.docx',
    message: ({ path, lock }) => `"${path}" may be open in Word (${lock} is next to it)`,
  },
  'file/name': {
    title: 'File name',
    why: 'Such a name causes errors on Windows or in the submission system.',
    mend: 'Rename it with Chinese characters, letters, digits and hyphens only.',
    example: '微课 "终稿".mp4',
    message: (params) => `Name "${params.name}" ${nameFault(params)}`,
  },
  'file/type': {
    title: 'Content does not match extension',
    aspect: 'content',
    why: 'Changing the extension does not convert the file; the software of the recipient will not open it.',
    mend: 'Save or export it in the right format with the software that made it; do not just change the extension.',
    example: 'A web page named 微课.mp4',
    message: ({ path, named, found }) =>
      `"${path}" is named as ${KINDS_EN[named] ?? named}, but its content is ${KINDS_EN[found ?? 'unknown'] ?? found}`,
  },
  'file/link': {
    title: 'Link',
    why: 'A link points to a file elsewhere: it is lost in a copy, and may lead to content that must not be sent.',
    mend: 'Replace the link with the file itself.',
    example: '微课.mp4 is a symbolic link',
    message: ({ path }) => `"${path}" is a link, not a file`,
  },
};

const KINDS_EN: Readonly<Record<string, string>> = {
  video: 'a video',
  audio: 'audio',
  subtitle: 'subtitles',
  document: 'a document',
  image: 'an image',
  slides: 'a presentation',
  spreadsheet: 'a spreadsheet',
  archive: 'an archive',
  html: 'a web page',
  playlist: 'a playlist',
  text: 'other text',
  unknown: 'not recognised',
};
