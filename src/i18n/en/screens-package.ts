/** The screen of `verify`. */
import type { VerifyScreen } from '../screens.ts';
import { countEn } from './words.ts';

export const verifyScreenEn: VerifyScreen = {
  verifiedAt: (local, zone, seconds, given) =>
    `Verified ${given ? 'as of ' : ''}${local} (${zone === 'Asia/Shanghai' ? 'Beijing time' : zone})${seconds === null ? '' : `, took ${countEn(seconds, 'second')}`}`,
  passed: (packages, { files, size }, fast) => {
    const held = `${countEn(files, 'file')}, ${size}`;
    const subject = packages > 1 ? `${packages} packages` : 'the package';
    if (fast) return `Result: no fault found in ${subject}: ${held}; file contents were not compared one by one`;
    return `Result: ${subject} ${packages > 1 ? 'are all' : 'is'} intact: ${held}, each as the manifest lists it`;
  },
  failed: (packages, faulty, problems) =>
    packages > 1
      ? `Result: ${faulty} of ${packages} packages ${faulty === 1 ? 'is' : 'are'} faulty, ${countEn(problems, 'problem')} in all`
      : `Result: the package is faulty, ${countEn(problems, 'problem')}`,
  alsoWarnings: (count) => `; ${countEn(count, 'warning')}`,
  fast: ({ zips, folders, receipt, against }) => {
    const looks = [
      zips ? `structure, sizes and CRC${folders ? ' of archives' : ''}` : '',
      folders ? `missing and added files and sizes${zips ? ' of folders' : ''}` : '',
      receipt ? 'the manifest against the receipt' : '',
      against ? 'the manifest against the originals' : '',
    ].filter(Boolean);
    return `Fast check (--fast) of ${looks.join('; ')}; file contents were not compared with their digests`;
  },
  draft: 'A draft, for checking among yourselves; not to be submitted',
  contents: (works, { files, size }) =>
    `${works === null ? '' : `${countEn(works, 'work')}, `}${countEn(files, 'file')}, ${size}`,
  digest: (short) => `Digest ${short}`,
  asReceipt: (path, listsOnly) =>
    listsOnly
      ? `The manifest is that of the receipt (${path})`
      : `As the receipt says (${path}): this is that very package`,
  asSource: (folder, listsOnly) => `${listsOnly ? 'The manifest agrees' : 'Agrees'} with the originals in "${folder}"`,
  receiptOpen: (path) =>
    `Not compared with the receipt (${path}): the package has faults of its own, or no digest to compare`,
  sourceOpen: (folder) =>
    `Not fully compared with the originals in "${folder}": the package has faults of its own, or no digest to compare`,
  state: (problems, draft) => {
    if (problems > 0) return `faulty, ${countEn(problems, 'problem')}`;
    return draft ? 'a draft' : 'no problem';
  },
};
