/** Finds a spec by id or path, follows `extends`, and checks it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Language } from '../i18n/catalogue.ts';
import { usageError } from '../model/errors.ts';
import type { Spec } from '../model/spec.ts';
import { byCodeUnit } from '../util/order.ts';
import { packageRoot } from '../util/package-root.ts';
import { parseYaml, readYaml } from '../util/yaml-problems.ts';
import { overlay, type Plain, toBasePath } from './extend.ts';
import { specSchema } from './schema.ts';

export interface LoadOptions {
  /** Where a relative path starts; the workspace. */
  readonly from: string;
  readonly language: Language;
  /** The rules that the spec may speak of. */
  readonly ruleIds: readonly string[];
}

interface SpecSource {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
  readonly folder: string;
}

/**
 * Loads a built-in spec by its id (`moe-2022`) or any spec by its path.
 * @throws usageError when there is none, when it cannot be read, or with every fault and its place
 */
export async function loadSpec(idOrPath: string, options: LoadOptions): Promise<Spec> {
  const chain = await readChain(idOrPath, options.from, []);
  const [own, ...bases] = chain as [SpecSource, ...SpecSource[]];
  const base = bases.reduceRight<Plain>((under, source) => overlay(under, readPlain(source, options.language)), null);
  const { language } = options;
  const prepare = base === null ? {} : { prepare: (value: unknown) => toOverlaid(base, value as Plain) };
  const parsed = parseYaml(own.text, specSchema(options.ruleIds), { language, ...prepare });
  if (!parsed.ok) throw usageError('spec/invalid', { path: own.name, problems: parsed.problems });
  const sha256 = createHash('sha256');
  for (const { text } of chain) sha256.update(text);
  return { ...parsed.value, sha256: sha256.digest('hex') };
}

function toOverlaid(base: Plain, own: Plain) {
  const value = overlay(base, own);
  return { value, locate: (path: readonly PropertyKey[]) => toBasePath(path, value, own) };
}

/** The ids of the specs that came with the program. */
export async function listBuiltInSpecs(): Promise<string[]> {
  const names = await readdir(builtInFolder());
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .toSorted(byCodeUnit);
}

function builtInFolder(): string {
  return join(packageRoot(), 'templates', 'specs');
}

/** The spec and those it extends, the nearest first. */
async function readChain(idOrPath: string, from: string, seen: readonly string[]): Promise<SpecSource[]> {
  if (seen.includes(idOrPath)) throw usageError('spec/cycle', { chain: [...seen, idOrPath] });
  const source = await readSource(idOrPath, from);
  const base = extendsOf(source);
  return base === null ? [source] : [source, ...(await readChain(base, source.folder, [...seen, idOrPath]))];
}

/** An id has neither a folder nor an extension in it. */
function isPath(idOrPath: string): boolean {
  return isAbsolute(idOrPath) || /[\\/]|\.ya?ml$/i.test(idOrPath);
}

async function readSource(idOrPath: string, from: string): Promise<SpecSource> {
  const path = isPath(idOrPath) ? resolve(from, idOrPath) : join(builtInFolder(), `${idOrPath}.yaml`);
  try {
    return { name: idOrPath, text: await readFile(path, 'utf8'), folder: dirname(path) };
  } catch (cause) {
    if (isPath(idOrPath)) throw usageError('spec/unreadable', { path: idOrPath }, cause);
    throw usageError('spec/unknown', { id: idOrPath, known: await listBuiltInSpecs() }, cause);
  }
}

function extendsOf({ text }: SpecSource): string | null {
  if (!text.includes('extends')) return null;
  const read = readYaml(text);
  const value = read.ok ? (read.value as { extends?: unknown } | null)?.extends : null;
  return typeof value === 'string' ? value : null;
}

function readPlain({ name, text }: SpecSource, language: Language): Plain {
  const read = readYaml(text, { language });
  if (!read.ok) throw usageError('spec/invalid', { path: name, problems: read.problems });
  return read.value as Plain;
}
