/** A faultless bag of ours, plain folders and a foreign bag, built in memory; changed row by row. Used by tests only. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BAGIT_PROFILE, PROFILE_TAG } from '../../model/bagit-profile.ts';
import type {
  BagFacts,
  DigestLine,
  DigestList,
  PackagedFile,
  PackageFacts,
  SourceFacts,
  StructureFault,
  UploadLogFacts,
} from '../../model/package-facts.ts';
import {
  PACKAGE_FILES,
  PACKAGE_SCHEMA,
  type PackagedAsset,
  type PackageManifest,
} from '../../model/package-manifest.ts';
import type { PackageRuleId, PackageRuleParams } from '../../model/package-params.ts';
import type { ReceiptClaims } from '../../model/receipt.ts';
import type { Breach, Check, Rule } from '../../model/rule.ts';
import { groupBy } from '../../util/order.ts';
import { CATALOGUE } from '../catalogue.ts';

export const NAME = '浙江省-2027-首批-20270609';
export const FOLDER = 'data/心理微课/01-睡眠-甲大学';
export const VIDEO = `${FOLDER}/微课.mp4`;
export const SUBTITLES = `${FOLDER}/字幕.srt`;
const PAYLOAD: readonly (readonly [path: string, sizeBytes: number])[] = [
  [VIDEO, 5000],
  [SUBTITLES, 300],
];
const TAG_FILES = [
  'bagit.txt',
  'bag-info.txt',
  'manifest-sha256.txt',
  PACKAGE_FILES.page,
  PACKAGE_FILES.manifest,
  PACKAGE_FILES.report,
  PACKAGE_FILES.spec,
  PACKAGE_FILES.profile,
  PACKAGE_FILES.summary,
];

/** A digest that is the same for the same words, however composed. */
export function digest(words: string, algorithm = 'sha256'): string {
  return createHash(algorithm).update(words.normalize('NFC')).digest('hex');
}

/** A file whose bytes are its path, as far as anybody can tell. */
export function file(path: string, change: Partial<PackagedFile> = {}): PackagedFile {
  const digests = { sha256: digest(path) };
  return { path, type: 'file', sizeBytes: 100, nameEncoding: 'utf-8', faults: [], digests, ...change };
}

/** Another file with the bytes of one that is known. */
export function copyOf(path: string, original: string, sizeBytes = 100): PackagedFile {
  return file(path, { sizeBytes, digests: { sha256: digest(original) } });
}

export function lines(...paths: readonly string[]): DigestLine[] {
  return paths.map((path, index) => ({ line: index + 1, path, digest: digest(path), prefix: '' }));
}

export function list(path: string, change: Partial<DigestList> = {}): DigestList {
  const [, tag, algorithm = ''] = /^(tag)?manifest-(.+)\.txt$/.exec(path) ?? [];
  const covers = tag === undefined ? 'payload' : 'tags';
  return { path, covers, algorithm, supported: true, lines: [], badLines: [], ...change };
}

export function asset(path: string, change: Partial<PackagedAsset> = {}): PackagedAsset {
  const sizeBytes = PAYLOAD.find(([known]) => known === path)?.[1] ?? 100;
  const named = { slot: 'video', slotName: '视频', kind: 'video', originalPath: path.slice('data/'.length) } as const;
  return { ...named, path, sizeBytes, sha256: digest(path), facts: null, ...change };
}

export function manifest(change: Partial<PackageManifest> = {}): PackageManifest {
  return {
    schema: PACKAGE_SCHEMA,
    tool: { name: 'sizheng', version: '1.0.0' },
    name: NAME,
    layout: 'bag',
    draft: false,
    packedAt: '2027-06-09T15:00:00.000Z',
    timezone: 'Asia/Shanghai',
    spec: { id: 'moe-2022', title: '', sha256: digest('spec'), file: PACKAGE_FILES.spec },
    scope: 'province',
    batch: 'first',
    province: '浙江省',
    institution: null,
    year: 2027,
    report: { file: PACKAGE_FILES.report, verdict: 'pass', strict: false, at: '2027-06-09T14:58:00.000Z' },
    ledger: [],
    waivers: [],
    items: [
      {
        id: '心理微课/01-睡眠-甲大学',
        category: 'lesson',
        categoryName: '心理微课',
        number: '01',
        title: '睡眠',
        institution: '甲大学',
        people: [],
        topic: null,
        intro: null,
        subtitles: 'file',
        folder: FOLDER,
        assets: PAYLOAD.map(([path]) => asset(path)),
      },
    ],
    assets: [],
    ...change,
  };
}

const TAGS: Readonly<Record<string, string>> = {
  'Bagging-Date': '2027-06-09',
  'Payload-Oxum': '5300.2',
  'Bag-Size': '5.18 KiB',
  'Bag-Software-Agent': 'sizheng 1.0.0',
  'External-Identifier': NAME,
  [PROFILE_TAG]: BAGIT_PROFILE['BagIt-Profile-Info']['BagIt-Profile-Identifier'],
};

export function info(tags: Readonly<Record<string, string>> = TAGS): NonNullable<BagFacts['info']> {
  return {
    tags: Object.entries(tags).map(([name, value], index) => ({ line: index + 1, name, value })),
    badLines: [],
  };
}

export function bag(change: Partial<BagFacts> = {}): BagFacts {
  return {
    declaration: { version: '1.0', encoding: 'UTF-8', bom: false, wellFormed: true },
    info: info(),
    manifests: [
      list('manifest-sha256.txt', { lines: lines(...PAYLOAD.map(([path]) => path)) }),
      list('tagmanifest-sha256.txt', { lines: lines(...TAG_FILES) }),
    ],
    fetch: null,
    ...change,
  };
}

/** A bag as `sizheng pack` makes it, without a fault. */
export function packageFacts(change: Partial<PackageFacts> = {}): PackageFacts {
  return {
    path: `${NAME}.zip`,
    form: 'zip',
    kind: 'bag',
    sizeBytes: 9000,
    stopped: null,
    structure: [],
    base: NAME,
    files: [
      ...[...TAG_FILES, 'tagmanifest-sha256.txt'].map((path) => file(path)),
      ...PAYLOAD.map(([path, sizeBytes]) => file(path, { sizeBytes })),
    ],
    bag: bag(),
    manifest: { ok: true, value: manifest() },
    uploadLog: null,
    digested: true,
    sha256: null,
    contentSha256: digest('tagmanifest-sha256.txt'),
    receipt: null,
    source: null,
    ...change,
  };
}

/** The same bag with some files changed, added or taken away (`null`). */
export function withFiles(
  changes: Readonly<Record<string, Partial<PackagedFile> | null>>,
  change: Partial<PackageFacts> = {},
): PackageFacts {
  const facts = packageFacts(change);
  const kept = facts.files.flatMap((one) => {
    const to = changes[one.path];
    return to === null ? [] : [{ ...one, ...to }];
  });
  const known = new Set(facts.files.map(({ path }) => path));
  const added = Object.entries(changes).flatMap(([path, to]) =>
    to === null || known.has(path) ? [] : [file(path, to)],
  );
  return { ...facts, files: [...kept, ...added] };
}

/** As `file`, with the digest that other programs' bags have. */
export function md5File(path: string, change: Partial<PackagedFile> = {}): PackagedFile {
  return file(path, { digests: { md5: digest(path, 'md5') }, ...change });
}

export function md5Lines(...paths: readonly string[]): DigestLine[] {
  return lines(...paths).map((line) => ({ ...line, digest: digest(line.path, 'md5') }));
}

interface ForeignFiles {
  readonly payload?: readonly string[];
  /** As the manifest has it. */
  readonly listed?: readonly string[];
  /** Tag files that are there and listed, beside those of every bag. */
  readonly tagFiles?: readonly string[];
}

/** The same bag with more files behind the others. */
export function plusFiles(facts: PackageFacts, ...more: readonly PackagedFile[]): PackageFacts {
  return { ...facts, files: [...facts.files, ...more] };
}

/** A bag of BagIt 0.97 with MD5, as other programs make them: nothing of ours. */
export function foreignBag(
  { payload = ['data/a', 'data/b'], listed = payload, tagFiles: more = [] }: ForeignFiles = {},
  change: Partial<BagFacts> = {},
): PackageFacts {
  const tagFiles = ['bagit.txt', 'bag-info.txt', 'manifest-md5.txt', ...more];
  return packageFacts({
    path: 'foreign',
    form: 'folder',
    base: '',
    manifest: null,
    files: [...tagFiles, 'tagmanifest-md5.txt', ...payload].map((path) => md5File(path)),
    bag: bag({
      declaration: { version: '0.97', encoding: 'UTF-8', bom: false, wellFormed: true },
      info: info({ 'Payload-Oxum': `${payload.length * 100}.${payload.length}`, 'Bagging-Date': '2016-02-26' }),
      manifests: [
        list('manifest-md5.txt', { lines: md5Lines(...listed) }),
        list('tagmanifest-md5.txt', { lines: md5Lines(...tagFiles) }),
      ],
      ...change,
    }),
  });
}

type LogRow = UploadLogFacts['rows'][number];

export function row(path: string, change: Partial<LogRow> = {}): LogRow {
  return { line: 2, path, originalPath: path, sizeBytes: 100, sha256: digest(path), ...change };
}

export const UPLOADED = '心理微课/01-睡眠-甲大学/微课.mp4';

/** Plain folders with their log, as they were before a page went with them. */
export function uploadFolder(change: Partial<PackageFacts> = {}): PackageFacts {
  return packageFacts({
    path: NAME,
    form: 'folder',
    kind: 'upload',
    base: '',
    files: [file(PACKAGE_FILES.uploadLog), file(UPLOADED)],
    bag: null,
    manifest: null,
    uploadLog: { ok: true, value: { rows: [row(UPLOADED)] } },
    ...change,
  });
}

/** The same with the page, which the log names as well. */
export function uploadWithPage(change: Partial<PackagedFile> | null = {}): PackageFacts {
  const { files } = uploadFolder();
  const page = row(PACKAGE_FILES.page, { line: 3, originalPath: null });
  return uploadFolder({
    files: [...files, ...(change === null ? [] : [file(PACKAGE_FILES.page, change)])],
    uploadLog: { ok: true, value: { rows: [row(UPLOADED), page] } },
  });
}

export function structureFault(change: Partial<StructureFault>): StructureFault {
  return { fault: 'trailing-data', field: null, path: null, offset: 9000, bytes: null, ...change };
}

export function receipt(change: Partial<ReceiptClaims> = {}): NonNullable<PackageFacts['receipt']> {
  const claims = {
    package: `${NAME}.zip`,
    sizeBytes: 9000,
    sha256: digest('zip'),
    contentSha256: digest('tagmanifest-sha256.txt'),
    verified: true,
    ...change,
  };
  return { path: `${NAME}-回执.json`, claims };
}

export function source(...files: readonly SourceFacts['files'][number][]): SourceFacts {
  return { folder: '浙江省-2027-首批', files };
}

const RULES = CATALOGUE.filter(({ on }) => on === 'package') as unknown as readonly Rule<PackageRuleId, 'package'>[];

function check(id: PackageRuleId, facts: PackageFacts): Check {
  const rule = RULES.find((one) => one.id === id) as Rule<PackageRuleId, 'package'>;
  return rule.check(facts, null);
}

/** The rules by how they end. */
export function outcomesOf(facts: PackageFacts): Partial<Record<Check['outcome'], PackageRuleId[]>> {
  const ids = RULES.map(({ id }) => id);
  return Object.fromEntries(groupBy(ids, (id) => check(id, facts).outcome));
}

/** What every rule over packages finds, as `[rule, severity, params]`. */
export function findingsOf(facts: PackageFacts): [PackageRuleId, string | undefined, object][] {
  return RULES.flatMap(({ id, severities }) => {
    const result = check(id, facts);
    if (result.outcome !== 'judged') return [];
    return result.breaches.map(({ grade = 'default', params }): [PackageRuleId, string | undefined, object] => [
      id,
      severities[grade],
      params,
    ]);
  });
}

type Expected<Id extends PackageRuleId> = Partial<Pick<Breach<Id>, 'at' | 'actual' | 'expected'>> & {
  readonly severity?: string;
  readonly params?: Partial<PackageRuleParams[Id]>;
};

export interface PackageRuleTable<Id extends PackageRuleId> {
  /** The evidence that is shown, where it is asked. */
  readonly accept?: readonly (readonly [name: string, facts: PackageFacts, actual?: string])[];
  /** All that any rule finds is this rule's one breach, or each of several. */
  readonly reject?: readonly (readonly [
    name: string,
    facts: PackageFacts,
    expected: Expected<Id> | readonly Expected<Id>[],
  ])[];
  readonly skip?: readonly (readonly [name: string, facts: PackageFacts])[];
  readonly notApplicable?: readonly (readonly [name: string, facts: PackageFacts])[];
}

export function testPackageRule<Id extends PackageRuleId>(id: Id, table: PackageRuleTable<Id>): void {
  describe(id, () => {
    for (const [name, facts, actual] of table.accept ?? []) {
      it(`accepts ${name}`, () => {
        const result = check(id, facts);
        expect(result).toMatchObject({ outcome: 'judged', breaches: [] });
        if (actual !== undefined) expect(result).toHaveProperty('actual', actual);
      });
    }
    for (const [name, facts, expected] of table.reject ?? []) {
      it(`finds ${name}, and nothing else`, () => {
        const wanted = [expected].flat() as readonly Expected<Id>[];
        expect(findingsOf(facts)).toMatchObject(
          wanted.map(({ severity = 'error', params = {} }) => [id, severity, params]),
        );
        const places = wanted.map(({ severity: _, ...breach }) => breach);
        expect(check(id, facts)).toMatchObject({ outcome: 'judged', breaches: places });
      });
    }
    for (const [name, facts] of table.skip ?? [])
      it(`skips ${name}`, () => expect(check(id, facts)).toEqual({ outcome: 'skipped' }));
    for (const [name, facts] of table.notApplicable ?? [])
      it(`does not apply to ${name}`, () => expect(check(id, facts)).toEqual({ outcome: 'not-applicable' }));
  });
}
