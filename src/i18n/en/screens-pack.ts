/** The screens of packing, its receipt and the summary. */
import type { PackCounts, PackScreen, ReceiptScreen, SummaryScreen } from '../screens-pack.ts';
import { requiredEn } from './screens.ts';
import { countEn } from './words.ts';

const countsEn = ({ works, files, size }: PackCounts) =>
  `${countEn(works, 'work')}, ${countEn(files, 'file')}, ${size}`;

/** The first page of the package, for those who receive it. */
const pageEn = (name: string) =>
  `${name} (in the package: every work and what was checked; a file name opens the file)`;

const waiverEn = (subject: string, title: string, reason: string) => `${subject} ${title}: ${reason}`;

const LEFT_OUT = {
  withdrawn: ['withdrawn work', 'withdrawn works'],
  candidate: ['candidate', 'candidates'],
  unreadable: ['unreadable file', 'unreadable files'],
  extra: ['extra file in a work', 'extra files in works'],
  stray: ['file of no work', 'files of no work'],
  junk: ['file of system litter', 'files of system litter'],
} as const;

export const packScreenEn: PackScreen = {
  at: (local) => `Checked as of ${local}`,
  ready: (counts) => `The check passed, ready to hand in: ${countsEn(counts)}`,
  draft: (blocking, counts) =>
    `A draft, not to be handed in${blocking > 0 ? ` (${countEn(blocking, 'fault')} to mend)` : ''}: ${countsEn(counts)}`,
  refused: (blocking) => `Not packed: ${countEn(blocking, 'fault')} to mend`,
  draftHint: (command) => `For a draft to look through among yourselves: ${command}`,
  target: (path, free) => `Package  ${path} (${free} free)`,
  replaces: (path, folder) =>
    folder
      ? `'${path}' is there already: it will be renamed and kept apart`
      : `'${path}' is there already: it will be replaced`,
  inTheWay: (path) =>
    `'${path}' is there already: before packing, move it away, or name another place with --output; to replace it, add --force`,
  waivers: (count) => `Handed in with it, for the ministry to see: ${countEn(count, 'waiver')}`,
  waiver: waiverEn,
  undeclared: (count) =>
    `${countEn(count, 'statement')} nobody has declared yet, as those who receive it will see; under attestations: in sizheng.yaml, write who does behind the colon:`,
  leftOutHead: 'Left out: ',
  leftOut: (why, count, examples) =>
    `${countEn(count, LEFT_OUT[why][0], LEFT_OUT[why][1])}${examples.length > 0 ? ` (${examples.join(', ')}${count > examples.length ? ', ..' : ''})` : ''}`,
  receipt: (path) => `Receipt  ${path}`,
  page: (name) => `Read first  ${pageEn(name)}`,
  contact: (words) => `Contact, as the package names it: ${words}`,
  warnings: (count, command) => `Also ${countEn(count, 'warning')} that do not keep it back: ${command}`,
  changes: (made, renamed) =>
    [
      made > 0 ? `${countEn(made, 'intro')} written as 简介.txt` : '',
      renamed > 0
        ? `${countEn(renamed, 'file')} renamed (not every system can hold the name); sizheng.json keeps the original`
        : '',
    ]
      .filter(Boolean)
      .join('; '),
  linked:
    'Hard links (copies on another disk): the files in the package are the originals themselves, and change with them',
  dryRun: 'This is the plan: nothing was written',
  confirm: 'Pack now?',
  declined: 'Not packed',
  writing: (bar, done, total, rate, left) => `Writing [${bar}] ${done}/${total}  ${rate}  ${left} left`,
  flushing: 'Written, flushing to the disk..',
  reading: (bar, done, total, rate, left) => `Reading back [${bar}] ${done}/${total}  ${rate}  ${left} left`,
  verified: (files) => `Read back: ${countEn(files, 'file')}, each as it was written`,
  streamed: (sha256) => `All sent; not read back, and no receipt was kept. SHA-256 ${sha256}`,
  unverified: 'Not read back (--no-verify): run sizheng verify before handing it in',
  done: (clock, digest) => `Done ${clock}  digest ${digest} (in full on the receipt)`,
  package: (path) => `Package  ${path}`,
  kept: (path) => `Receipt  ${path} (keep it)`,
  aside: (path) => `The folder that was there is now '${path}'`,
  next: (command) => `To check it before sending or after receiving: ${command}`,
} as const;

export const receiptScreenEn: ReceiptScreen = {
  title: 'Receipt of a package',
  draft: 'A draft, not to be handed in',
  labels: {
    file: 'Package',
    page: 'Read first',
    size: 'Size',
    digest: 'Digest',
    sha256: 'SHA-256',
    contentSha256: 'Content SHA-256',
    packedAt: 'Packed at',
    readBack: 'Read back',
    spec: 'Spec',
    tool: 'Program',
  },
  page: pageEn,
  noSha256: 'not computed (the package was not read back)',
  folderSha256: 'a folder has none as a whole: the content SHA-256 stands for it',
  size: (size, bytes) => `${size} (${bytes} bytes)`,
  readBack: (verified, files) => (verified ? `${countEn(files, 'file')}, each as it was written` : 'no'),
  ledgerHead: ['Category', 'Asked', 'Packed'],
  required: requiredEn,
  counts: (counts) => `In all ${countsEn(counts)}`,
  works: 'Works',
  waivers: (count) => `${countEn(count, 'waiver')}, handed in with the package`,
  waiver: waiverEn,
  keep: (command) => `Keep this receipt. To check the package: ${command}`,
};

export const summaryScreenEn: SummaryScreen = {
  written: (path, works) => `Summary  ${path} (${countEn(works, 'work')})`,
  notReady: (blocking) => `${countEn(blocking, 'fault')} to mend in this batch: make the summary again afterwards`,
  print: 'Print it on A4 landscape, stamp and scan it, put the scan into the folder, then pack',
};
