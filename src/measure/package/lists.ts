/** What a package says of itself: the lists that are read before its contents, since they say what is to be digested. */
import { createHash } from 'node:crypto';
import type { BagFacts, DigestList, PackagedFile, PackageFacts } from '../../model/package-facts.ts';
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import { isPayloadManifest, isPayloadPath, isTagManifest } from '../../model/package-paths.ts';
import { uploadDigestLines } from '../../model/upload-log.ts';
import { failed } from '../text/failure.ts';
import { nodeAlgorithm, normaliseAlgorithm } from './algorithms.ts';
import { readBagInfo } from './bag/bag-info.ts';
import { isFinalVersion, readDeclaration } from './bag/declaration.ts';
import { readDigestLines } from './bag/digest-list.ts';
import { readFetchList } from './bag/fetch-list.ts';
import { tagLines } from './bag/tag-lines.ts';
import { keepTo, type PackageLimits } from './limits.ts';
import { addFault, type OpenFile } from './open-file.ts';
import { readPackageManifest } from './package-manifest.ts';
import { readUploadLog } from './upload-log.ts';

/** A file at the root of a package: all lists stand there. */
export interface ListSource {
  readonly file: OpenFile;
  /** At most `maxBytes`, which it declares to keep to; `null` when it cannot be had, for a reason told elsewhere. */
  read(maxBytes: number): Promise<Buffer | null>;
}

/** @param path from the base folder */
export function isAtRoot(path: string): boolean {
  return !path.includes('/');
}

export type ListFacts = Pick<PackageFacts, 'kind' | 'bag' | 'manifest' | 'uploadLog' | 'contentSha256'>;

export interface Lists extends ListFacts {
  /** Names for `createHash`, by algorithm. */
  algorithmsFor(file: Pick<PackagedFile, 'path'>): ReadonlyMap<string, string>;
}

const MIB = 1 << 20;
const MAX_LIST_BYTES = 64 * MIB;
const MAX_LOG_BYTES = 32 * MIB;
const MAX_INFO_BYTES = MIB;
const MAX_DECLARATION_BYTES = 64 * 1024;
const DECLARATION = 'bagit.txt';
const INFO = 'bag-info.txt';
const FETCH = 'fetch.txt';
const LAST_LIST = 'tagmanifest-sha256.txt';

/**
 * A list that is too large to be read as one is a fault of its file.
 * @throws Stopped when the lists have more lines than any package
 */
export async function readLists(sources: ReadonlyMap<string, ListSource>, limits: PackageLimits): Promise<Lists> {
  const facts = await new ListReading(sources, 2 * limits.maxEntries).read();
  return { ...facts, algorithmsFor: chooseAlgorithms(facts) };
}

class ListReading {
  readonly #sources: ReadonlyMap<string, ListSource>;
  readonly #maxLines: number;
  #lines = 0;

  constructor(sources: ReadonlyMap<string, ListSource>, maxLines: number) {
    this.#sources = sources;
    this.#maxLines = maxLines;
  }

  async read(): Promise<ListFacts> {
    const manifest = await this.#manifest();
    if (this.#sources.has(DECLARATION) || [...this.#sources.keys()].some(isPayloadManifest)) {
      const contentSha256 = await this.#contentDigest();
      return { kind: 'bag', bag: await this.#bag(), manifest, uploadLog: null, contentSha256 };
    }
    const none = { bag: null, manifest };
    if (!this.#sources.has(PACKAGE_FILES.uploadLog)) {
      return { kind: 'unknown', ...none, uploadLog: null, contentSha256: null };
    }
    const uploadLog = await this.#uploadLog();
    const contentSha256 = uploadLog.ok ? uploadDigest(uploadLog.value) : null;
    return { kind: 'upload', ...none, uploadLog, contentSha256 };
  }

  async #bytes(path: string, maxBytes: number): Promise<Buffer | null> {
    const source = this.#sources.get(path);
    if (source === undefined) return null;
    if (source.file.sizeBytes <= maxBytes) return source.read(maxBytes);
    addFault(source.file, { type: 'data', detail: `more than ${maxBytes} bytes: too large for a list` });
    return null;
  }

  async #manifest(): Promise<ListFacts['manifest']> {
    const path = PACKAGE_FILES.manifest;
    if (!this.#sources.has(path)) return null;
    const bytes = await this.#bytes(path, MAX_LIST_BYTES);
    return bytes === null ? failed('unreadable') : readPackageManifest(bytes);
  }

  async #uploadLog(): Promise<NonNullable<ListFacts['uploadLog']>> {
    const path = PACKAGE_FILES.uploadLog;
    const bytes = await this.#bytes(path, MAX_LOG_BYTES);
    return bytes === null ? failed('unreadable') : readUploadLog(bytes, () => this.#spend(path));
  }

  async #contentDigest(): Promise<string | null> {
    const bytes = await this.#bytes(LAST_LIST, MAX_LIST_BYTES);
    return bytes && createHash('sha256').update(bytes).digest('hex');
  }

  async #bag(): Promise<BagFacts> {
    const declaration = this.#sources.has(DECLARATION)
      ? readDeclaration(await this.#bytes(DECLARATION, MAX_DECLARATION_BYTES))
      : null;
    const isFinal = isFinalVersion(declaration?.version ?? null);
    const lines = async (path: string, maxBytes: number) =>
      tagLines((await this.#bytes(path, maxBytes)) ?? Buffer.alloc(0), declaration?.encoding ?? null);
    const manifests: DigestList[] = [];
    for (const path of [...this.#sources.keys()].filter((one) => isPayloadManifest(one) || isTagManifest(one))) {
      const read = readDigestLines(await lines(path, MAX_LIST_BYTES), isFinal, () => this.#spend(path));
      manifests.push({ ...describeList(path), ...read });
    }
    const info = this.#sources.has(INFO) ? readBagInfo(await lines(INFO, MAX_INFO_BYTES), isFinal) : null;
    const fetch = this.#sources.has(FETCH)
      ? readFetchList(await lines(FETCH, MAX_LIST_BYTES), isFinal, () => this.#spend(FETCH))
      : null;
    return { declaration, info, manifests, fetch };
  }

  #spend(path: string): void {
    this.#lines += 1;
    keepTo('entries', this.#lines, this.#maxLines, path);
  }
}

function describeList(path: string): Pick<DigestList, 'path' | 'covers' | 'algorithm' | 'supported'> {
  const algorithm = normaliseAlgorithm(path.slice(path.indexOf('-') + 1, path.lastIndexOf('.')));
  const covers = isPayloadManifest(path) ? 'payload' : 'tags';
  return { path, covers, algorithm, supported: nodeAlgorithm(algorithm) !== null };
}

function uploadDigest({ rows }: { readonly rows: readonly { path: string; sha256: string | null }[] }): string {
  const files = rows.flatMap(({ path, sha256 }) => (sha256 === null ? [] : [{ path, sha256 }]));
  return createHash('sha256').update(uploadDigestLines(files)).digest('hex');
}

const SHA256 = ['sha256', 'sha256'] as const;

/** Payload by its manifests, tag files by theirs; by SHA-256 too where `sizheng.json` or an upload log tells it, or nothing does. */
function chooseAlgorithms({ kind, bag, manifest }: ListFacts): Lists['algorithmsFor'] {
  const algorithmsOf = (covers: DigestList['covers']) => {
    const listed = (bag?.manifests ?? [])
      .filter((list) => list.covers === covers && list.supported)
      .map(({ algorithm }) => [algorithm, nodeAlgorithm(algorithm) as string] as const);
    return new Map(kind !== 'bag' || manifest !== null ? [SHA256, ...listed] : listed);
  };
  const payload = algorithmsOf('payload');
  const tags = algorithmsOf('tags');
  return ({ path }) => (isPayloadPath(path) ? payload : tags);
}
