/**
 * A blob: what one machine found of its shard, with all that a verdict needs, for another machine that has no files. Lines of JSON
 * under gzip, whose own check tells when a byte has changed; it is no signature, as none is on the cache.
 */
import { gzipSync } from 'node:zlib';
import type { FileFacts } from '../model/facts.ts';
import type { Report } from '../model/report.ts';
import type { TemplateTexts } from '../model/rule.ts';
import type { Spec } from '../model/spec.ts';
import type { Declarations, Entry, WorkspaceConfig } from '../model/submission.ts';
import type { Checked } from './check.ts';
import { printFiles } from './prints.ts';
import type { Shard } from './shards.ts';

export interface Blob {
  /** As it was named. */
  readonly path: string;
  readonly shard: Shard;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly atGiven: boolean;
  readonly readers: Report['readers'];
  readonly batch: Batch;
  readonly facts: ReadonlyMap<string, FileFacts>;
  readonly digests: ReadonlyMap<string, string>;
}

/** What every machine sees of a batch: alike in all its blobs, but for the times of files. */
export interface Batch {
  readonly spec: Spec;
  readonly config: WorkspaceConfig;
  readonly strict: boolean;
  readonly entries: readonly Entry[];
  /** By path, as `printFiles` gives them. */
  readonly prints: ReadonlyMap<string, string>;
  readonly declarations: Declarations;
  readonly templates: TemplateTexts;
}

export const BLOB_SCHEMA = 'sizheng-blob/1';

/** The blob of a check. */
export async function makeBlob(checked: Checked, shard: Shard, signal: AbortSignal): Promise<Uint8Array> {
  const { report, facts, digests } = checked;
  const { at, atGiven, readers, tool } = report;
  const paths = [...new Set([...facts.keys(), ...digests.keys()])];
  const lines = [
    { schema: BLOB_SCHEMA, tool: tool.version, shard, at, atGiven, readers },
    { ...batchOf(checked), prints: [...(await printFiles(checked.workspace.entries, signal))] },
    ...paths.map((path) => [path, digests.get(path) ?? null, facts.get(path) ?? null]),
  ];
  return gzipSync(Buffer.concat(lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`))));
}

function batchOf({ report: { strict }, workspace, templates }: Checked) {
  const { spec, config, entries, declarations } = workspace;
  const { blanks, instructions, lines } = templates;
  return {
    ...{ spec, config, strict },
    entries: entries.map(({ location: _, ctimeNs: __, ...entry }) => entry),
    itemFiles: [...declarations.itemFiles],
    sheet: declarations.sheet,
    templates: { blanks: [...blanks], instructions: [...instructions], lines: [...lines] },
  };
}
