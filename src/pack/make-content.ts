/** What stands beside the payload, for each layout. */

import { BAGIT_PROFILE, PROFILE_TAG } from '../model/bagit-profile.ts';
import type { PackPlan } from '../model/pack-plan.ts';
import type { PackageManifest } from '../model/package-manifest.ts';
import { PACKAGE_FILES } from '../model/package-manifest.ts';
import type { Report } from '../model/report.ts';
import type { WorkspaceConfig } from '../model/submission.ts';
import { formatSize } from '../util/format.ts';
import { toJsonText } from '../util/json-text.ts';
import { formatLocalDateTime } from '../util/zone.ts';
import { bagInfo, DECLARATION, digestList, PAYLOAD_LIST, sha256Of, TAG_LIST } from './bag.ts';
import type { Digests, MadeFile, PackageContent } from './content.ts';
import { makeManifest, manifestFile } from './manifest.ts';
import { makeSummary } from './summary-sheet.ts';
import { makeUploadLog } from './upload-log.ts';

export interface ContentInput {
  readonly plan: PackPlan;
  readonly report: Report;
  /** The report, as a page too, and the spec as they are to lie in the package. */
  readonly pageText: string;
  readonly reportText: string;
  readonly specText: string;
  readonly contact: WorkspaceConfig['contact'];
}

export function makeContent(input: ContentInput): PackageContent {
  return input.plan.layout === 'upload' ? uploadContent(input) : bagContent(input);
}

function uploadContent({ plan, report, pageText }: ContentInput): PackageContent {
  const page = textFile(PACKAGE_FILES.page, pageText);
  return {
    plan,
    before: [...draftNote(plan), page],
    async after(digests) {
      const log = { ...makeManifest(plan, report, digests), page };
      return [{ path: PACKAGE_FILES.uploadLog, bytes: await makeUploadLog(log) }];
    },
  };
}

function bagContent(input: ContentInput): PackageContent {
  const { plan, report, pageText, reportText, specText } = input;
  const before = [
    DECLARATION,
    bagInfo(infoTags(input)),
    ...draftNote(plan),
    textFile(PACKAGE_FILES.page, pageText),
    textFile(PACKAGE_FILES.report, reportText),
    textFile(PACKAGE_FILES.spec, specText),
    textFile(PACKAGE_FILES.profile, `${toJsonText(BAGIT_PROFILE)}\n`),
  ];
  return {
    plan,
    before,
    async after(digests) {
      const manifest = makeManifest(plan, report, digests);
      const made = [...(await summaryFile(manifest)), manifestFile(manifest), payloadList(plan, digests)];
      return [...made, tagList(before, made)];
    },
  };
}

async function summaryFile(manifest: PackageManifest): Promise<MadeFile[]> {
  return [{ path: PACKAGE_FILES.summary, bytes: await makeSummary(manifest) }];
}

function payloadList({ files }: PackPlan, digests: Digests): MadeFile {
  return digestList(PAYLOAD_LIST, new Map(files.map(({ path }) => [path, digests.get(path) as string])));
}

/** Every tag file but itself (RFC 8493, 2.2.1). */
function tagList(before: readonly MadeFile[], after: readonly MadeFile[]): MadeFile {
  return digestList(TAG_LIST, new Map([...before, ...after].map(({ path, bytes }) => [path, sha256Of(bytes)])));
}

/** RFC 8493, 2.2.2; BagIt Profiles 1.4 for the identifier of the profile. */
function infoTags({ plan, report, contact }: ContentInput): [string, string | null][] {
  const { scope, province, institution, timezone, tool } = report;
  return [
    ['Source-Organization', scope === 'province' ? province : institution],
    ['Contact-Name', contact?.name ?? null],
    ['Contact-Phone', contact?.phone ?? null],
    ['Contact-Email', contact?.email ?? null],
    ['External-Identifier', plan.name],
    ['Bagging-Date', formatLocalDateTime(plan.packedAtMs, timezone).slice(0, 10)],
    ['Payload-Oxum', `${plan.payloadBytes}.${plan.files.length}`],
    ['Bag-Size', formatSize(plan.payloadBytes)],
    ['Bag-Software-Agent', `${tool.name} ${tool.version}`],
    [PROFILE_TAG, BAGIT_PROFILE['BagIt-Profile-Info']['BagIt-Profile-Identifier']],
    ['Internal-Sender-Description', plan.draft ? DRAFT_WORDS : null],
  ];
}

const DRAFT_WORDS = '草稿，供内部核对，请勿报送';

function draftNote({ draft, name }: PackPlan): MadeFile[] {
  const text = `\uFEFF「${name}」是草稿包，供内部核对，请勿报送。\n材料未必齐全、合格，以检查结果为准；正式报送请用 sizheng pack 另打一包。\n`;
  return draft ? [textFile(PACKAGE_FILES.draftNote, text)] : [];
}

function textFile(path: string, text: string): MadeFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
