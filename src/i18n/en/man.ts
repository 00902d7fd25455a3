/** What the manual page says beside what help says. */
import type { ManTexts } from '../man.ts';

export const manEn: ManTexts = {
  manual: 'sizheng manual',
  anyCommand: 'command ...',
  headings: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    commands: 'COMMANDS',
    options: 'GLOBAL OPTIONS',
    exitStatus: 'EXIT STATUS',
    environment: 'ENVIRONMENT',
    files: 'FILES',
    examples: 'EXAMPLES',
  },
  description: [
    'A folder of works goes in (lesson videos, subtitles, tips, cases, plans); out comes a verdict: what is missing, which file breaks which clause, what each category still needs, and how to fix it. What passes is packed with a receipt, and can be verified at any time later.',
    'A folder that is not named is the current one. On a terminal, sizheng alone shows a menu. All checks are made on this machine: the program opens no network connection.',
  ],
  environment: {
    SIZHENG_LANG: 'The language: zh-CN or en. --lang comes first.',
    SIZHENG_FFPROBE: 'The ffprobe that reads videos.',
    SIZHENG_FFMPEG: 'The ffmpeg that takes the frames for the HTML report.',
    NO_COLOR: 'No colours, where it is not empty.',
    SOURCE_DATE_EPOCH: 'Dates what a package holds, in seconds since 1970: the same works then give the same bytes.',
  },
  files: {
    'sizheng.yaml': 'Settings of a workspace: spec, scope, batch, year, deadline, waivers.',
    '作品信息.xlsx': 'One row a work; may be left empty.',
    'item.yaml': 'What is to be said of one work, in its folder; it comes before the sheet.',
    '.sizheng/': 'Cache, the last check, and the originals of what was fixed.',
  },
  examples: [
    { command: 'sizheng init zhejiang-2027', text: 'Make a workspace, with questions.' },
    { command: 'sizheng validate --only 心理微课/04', text: 'Within a workspace, check one work only.' },
    { command: 'sizheng validate --scope institution --strict', text: 'As an institution; warnings block too.' },
    { command: 'sizheng fix --write', text: 'Mend subtitles and names; without --write it only shows.' },
    { command: 'sizheng pack --yes', text: 'Check, pack, read back, and write a receipt.' },
    { command: 'sizheng verify package.zip --receipt receipt.json', text: 'Is it the package of that receipt?' },
  ],
};
