/** Why a run ended without a verdict, and what to do. */
import type { Problem } from '../../model/error-params.ts';
import { formatSize } from '../../util/format.ts';
import { quoteArgument } from '../../util/quote.ts';
import type { ErrorTexts } from '../catalogue.ts';
import { shardErrorsEn } from './errors-shards.ts';
import { choiceEn, countEn } from './words.ts';

/** @param target `null` for the folder one stands in */
function fixOf(target: string | null): string {
  return target === null ? 'sizheng fix' : `sizheng fix ${quoteArgument(target)}`;
}

function didYouMean(near: readonly string[]): string {
  return `Did you mean ${choiceEn(near)}?`;
}

/** `2 errors in spec.yaml`, and a line for each. */
function problems(path: string, found: readonly Problem[]): string {
  const lines = found.map(({ line, column, at, message }) => {
    const place = line === null ? path : `${path}:${line}${column === null ? '' : `:${column}`}`;
    return `  ${place}  ${at === '' ? '' : `${at}: `}${message}`;
  });
  return [`${countEn(found.length, 'error')} in "${path}"`, ...lines].join('\n');
}

export const errorsEn: ErrorTexts = {
  ...shardErrorsEn,
  'usage/command-line': ({ detail }) => ({
    message: `Invalid command: ${detail}`,
    fix: 'For usage, run sizheng --help or sizheng <command> --help',
  }),
  'usage/unknown-rule': ({ id, near }) => ({
    message: `No rule named "${id}"`,
    fix: `${near.length > 0 ? `${didYouMean(near)} ` : ''}To list all rules, run sizheng rules`,
  }),
  'usage/unknown-item': ({ query, near }) => ({
    message: `No work named "${query}"`,
    fix:
      near.length > 0
        ? didYouMean(near)
        : 'Write category/number, such as 心理微课/04. To list all works, run sizheng validate --verbose',
  }),
  'usage/ambiguous-item': ({ query, matches }) => ({
    message: `"${query}" matches more than one work: ${matches.join(', ')}`,
    fix: 'Write the full name of the work',
  }),
  'usage/no-match': ({ query }) => ({
    message: `--only "${query}" matches no work or file`,
    fix: 'Write a category (心理微课), a work (心理微课/04) or a relative path',
  }),
  'usage/not-a-folder': ({ path }) => ({ message: `"${path}" is not a folder`, fix: 'Give the workspace folder' }),
  'usage/workspace-inside': ({ folders, count, target }) => ({
    message: `There is no sizheng.yaml here, but there is one in ${folders.map((folder) => `"${folder}"`).join(', ')}${count > folders.length ? ` and others (${count} folders)` : ''}`,
    fix: `To check that batch: sizheng validate ${quoteArgument(target)}`,
  }),
  'usage/inside-workspace': ({ path, workspace, root }) => ({
    message: `"${path}" lies in the workspace "${workspace}" and has no sizheng.yaml of its own`,
    fix: `Use: sizheng validate ${quoteArgument(root)} --only ${quoteArgument(path)}`,
  }),
  'usage/no-slot': ({ path, categories }) => ({
    message: `Cannot tell what "${path}" is to be checked as`,
    fix: `Give a video, subtitles or a document, or put it into a category folder first: ${choiceEn(categories)}`,
  }),
  'usage/two-on-stdout': ({ reporters }) => ({
    message: `Only one report can go to standard output: ${reporters.join(', ')}`,
    fix: 'Send the others to a file: --reporter json=report.json',
  }),
  'usage/not-a-file': ({ path }) => ({
    message: `"${path}" is not a file`,
    fix: 'Give a file; to check a folder, use sizheng validate',
  }),
  'usage/no-report': ({ path, detail }) => ({
    message: `"${path}" is no JSON report of this version${detail === '' ? '' : ` (see ${detail})`}`,
    fix: 'Make it anew: sizheng validate --reporter json=report.json',
  }),
  'usage/not-this-report': ({ path, found }) =>
    ({
      nothing: {
        message: `There is no "${path}"`,
        fix: 'Check the name; to make one: sizheng validate --reporter json=report.json',
      },
      folder: { message: `"${path}" is a folder`, fix: 'Give a JSON report; to check a folder, use sizheng validate' },
      blob: {
        message: `"${path}" is a blob of one shard, no report`,
        fix: 'Merge all shards: sizheng merge-reports, then their blobs',
      },
      receipt: {
        message: `"${path}" is a receipt, no report`,
        fix: 'To verify a package: sizheng verify <package> --receipt <receipt>',
      },
      manifest: {
        message: `"${path}" is the manifest of a package, no report`,
        fix: 'To verify a package, use sizheng verify',
      },
      verification: {
        message: `"${path}" tells of a package, and is no report of a check`,
        fix: 'For another form of it, run sizheng verify --reporter again',
      },
    })[found],
  'usage/report-is-folder': ({ path, reporter, extension }) => ({
    message: `"${path}" is a folder, and no report can take its place`,
    fix: `Name a file: --reporter ${reporter}=${path}/report.${extension}`,
  }),
  'usage/no-work': ({ query }) => ({
    message: `No file in "${query}" belongs to a work, so there is nothing to check`,
    fix: 'Put works into the category folders; to see what belongs nowhere: sizheng validate --verbose',
  }),
  'usage/same-file': ({ path }) => ({
    message: `Two reports cannot go to one file: "${path}"`,
    fix: 'Give each a file of its own',
  }),
  'usage/bad-time': ({ value }) => ({
    message: `Cannot understand the time "${value}"`,
    fix: 'Write it as 2027-06-09T22:58+08:00 (without an offset, the time zone of the letter is used)',
  }),
  'usage/bad-value': ({ option, value, expected }) => ({
    message: `Invalid value for ${option}: "${value}"`,
    fix: `Expected: ${expected}`,
  }),
  'usage/target-exists': ({ path }) => ({
    message: `"${path}" already exists; nothing was changed`,
    fix: 'Choose another name, or move it away first',
  }),
  'usage/package-exists': ({ path }) => ({
    message: `'${path}' is there already and was left as it is`,
    fix: 'Move it away, or name another place with --output; to replace it, add --force',
  }),
  'usage/output-inside': ({ path }) => ({
    message: `A package cannot lie inside the folder it is made from (${path}): the next check would take it for material`,
    fix: 'Write it outside the folder with --output',
  }),
  'usage/output-no-folder': ({ path }) => ({
    message: `The folder to write to does not exist: '${path}'`,
    fix: 'Make the folder first, or name another place with --output',
  }),
  'usage/output-terminal': () => ({
    message: 'A package cannot be shown on the screen',
    fix: 'Send it to a program or a file: sizheng pack --output - > package.zip; or leave out --output -',
  }),
  'usage/bag-only': ({ option, layout }) => ({
    message: `${option} does not go with --layout ${layout}`,
    fix: `Leave out ${option}, or choose another --layout`,
  }),
  'usage/package-too-large': ({ sizeBytes, maxBytes, largest }) => ({
    message: `The package takes ${formatSize(sizeBytes)}, over --max-size ${formatSize(maxBytes)}; the largest files: ${largest
      .map(({ path, sizeBytes: size }) => `${path} (${formatSize(size)})`)
      .join(', ')}`,
    fix: 'Make these files smaller, leave works out or send them in parts, or raise --max-size',
  }),
  'usage/no-package': ({ path }) => ({
    message: `'${path}' is not there, or may not be read`,
    fix: 'Check the name; put a name with spaces in quotes',
  }),
  'usage/no-works': ({ path }) => ({
    message: `'${path}' holds no works to hand in`,
    fix: 'Name the folder that holds the category folders with the works in them',
  }),
  'usage/not-ready': ({ path, blocking }) => ({
    message: `'${path}' is not packed: things to be fixed first: ${blocking}`,
    fix: 'Fix them first; for a draft, ask for draft',
  }),
  'usage/receipt-unreadable': ({ path }) => ({
    message: `'${path}' is no receipt that pack wrote, or it was changed`,
    fix: 'Use the ...-回执.txt or ...-回执.json that packing gave; to verify the package by itself, leave out --receipt',
  }),
  'usage/one-package': ({ option }) => ({
    message: `With ${option} one package is checked at a time`,
    fix: 'Check them one by one',
  }),
  'spec/unknown': ({ id, known }) => ({
    message: `No spec named "${id}"`,
    fix: `Built-in specs: ${known.join(', ')}. The path of a spec file works too`,
  }),
  'spec/unreadable': ({ path }) => ({
    message: `Cannot read the spec file "${path}"`,
    fix: 'Check the path and the permissions',
  }),
  'spec/outside': ({ path }) => ({
    message: `The spec '${path}' was not read: sizheng.yaml may name one in the workspace or beside it, and not through a link`,
    fix: 'Put it beside the workspace and write spec: ../name.yaml; for one that lies elsewhere, use --spec',
  }),
  'spec/invalid': ({ path, problems: found }) => ({
    message: problems(path, found),
    fix: 'Correct the spec file and run again. To check it, run sizheng spec check <file>',
  }),
  'spec/cycle': ({ chain }) => ({
    message: `Specs extend one another in a circle: ${chain.join(' -> ')}`,
    fix: 'Remove one of the "extends" lines',
  }),
  'config/invalid': ({ path, problems: found }) => ({
    message: problems(path, found),
    fix: 'Correct the file and run again',
  }),
  'config/not-utf8': ({ path }) => ({ message: `"${path}" is not UTF-8 text`, fix: 'Save it as UTF-8' }),
  'config/late-deadline': ({ path, own, letter }) => ({
    message: `The deadline in "${path}" is ${own}, later than the letter's ${letter}`,
    fix: 'Write an earlier date, or remove deadline',
  }),
  'config/unreadable': ({ path }) => ({
    message: `Cannot read "${path}"`,
    fix: 'Check the permissions, and that it is a file',
  }),
  'sheet/unreadable': ({ path, detail }) => ({
    message: `Cannot read "${path}": ${detail}`,
    fix: 'Open it in Excel or WPS and save it as .xlsx without a password',
  }),
  'sheet/invalid': ({ path, problems: found }) => ({
    message: problems(path, found),
    fix: 'Correct the sheet and run again',
  }),
  'machine/root-unreadable': ({ path, detail }) => ({
    message: `Cannot read the folder "${path}" (${detail})`,
    fix: 'Check the path and the permissions; make sure a USB drive or network disk is connected',
  }),
  'machine/output-unwritable': ({ path, detail }) => ({
    message: `Cannot write "${path}" (${detail})`,
    fix: 'Check that the folder exists, that you may write to it, and that the disk is not full',
  }),
  'machine/disk-full': ({ path, neededBytes, freeBytes }) => ({
    message:
      neededBytes === null || freeBytes === null
        ? `The disk is full: '${path}' was not written`
        : `Not enough room on the disk: '${path}' takes ${formatSize(neededBytes)}, ${formatSize(freeBytes)} are free`,
    fix: 'Make room, or write to another disk with enough of it, then run again',
  }),
  'machine/file-too-large': ({ path }) => ({
    message: `'${path}' is too large a file for this disk (FAT32 holds no file over 4 GB)`,
    fix: 'Use a disk formatted with exFAT or NTFS, or pack to a folder with --layout dir',
  }),
  'machine/stream-ended': ({ detail }) => ({
    message: `The receiving end closed early (${detail}): what it has is not whole`,
    fix: 'Delete what was received and pack again',
  }),
  'machine/source-changed': ({ path, detail }) => ({
    message:
      detail === null
        ? `'${path}' changed while it was packed: it is not the file that was checked`
        : `'${path}' could not be read while packing (${detail}): it may have been moved, or another program holds it`,
    fix: 'Wait until nothing changes any more (syncing, copying, editing), then pack again; no partial package was left behind',
  }),
  'machine/read-back': ({ path, problems: found }) => ({
    message: `The package did not read back as it was written, and was deleted: ${path}\n${found.map((problem) => `  ${problem}`).join('\n')}`,
    fix: 'The disk or the memory is likely at fault: pack to another disk, and run sizheng doctor',
  }),
  'usage/fix-options': ({ options, target }) => ({
    message: `${options.join(' and ')} do not go together`,
    fix: `See the changes: ${fixOf(target)}; make them: ${fixOf(target)} --write; take back the last: ${fixOf(target)} --undo`,
  }),
  'usage/fix-package': ({ path }) => ({
    message: `"${path}" is a finished package, or lies in one; a change would make its verification fail, so nothing was fixed`,
    fix: 'Fix the workspace it was packed from, then pack again with sizheng pack',
  }),
  'machine/fix-source-changed': ({ path }) => ({
    message: `"${path}" changed meanwhile, or one of that name has just appeared; nothing was fixed, and what was done is taken back`,
    fix: 'Run again once the files are at rest (synchronising, copying and editing are over)',
  }),
  'machine/fix-disk-full': ({ path, during }) => ({
    message:
      during === 'fix'
        ? `The disk is full: "${path}" was not written; nothing was fixed, and what was done is taken back`
        : `The disk is full: "${path}" was not written; not all is undone yet`,
    fix: `Make room, then ${during === 'fix' ? 'fix' : 'undo'} again (originals are kept on the same disk)`,
  }),
  'machine/fix-broken-off': ({ path, detail, root }) => ({
    message: `The fix failed, and not all of it could be taken back (${detail}); originals and log are in "${path}"`,
    fix: `See to the disk and its permissions, then run: ${fixOf(root)} --undo`,
  }),
  'machine/fix-log': ({ path }) => ({
    message: `The log (log.json) in "${path}" cannot be read, or there are links in the backup, so nothing was undone`,
    fix: 'Take the originals by hand from its folder "files"',
  }),
  'machine/reader-broken': ({ path }) => ({
    message: `"${path}", set in SIZHENG_FFPROBE, does not run`,
    fix: 'Set SIZHENG_FFPROBE to an ffprobe that runs, or unset it to use the built-in one. For details, run sizheng doctor',
  }),
  'machine/ffmpeg-broken': ({ path }) => ({
    message: `"${path}", set in SIZHENG_FFMPEG, does not run`,
    fix: 'Set SIZHENG_FFMPEG to an ffmpeg that runs, or unset it to use the built-in one. For details, run sizheng doctor',
  }),
};
