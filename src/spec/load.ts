/** Finds a spec by id or path and follows `extends`. The parsers are loaded only when there is something new to parse. */
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Language } from '../i18n/catalogue.ts';
import { usageError } from '../model/errors.ts';
import type { SettableRule, Spec } from '../model/spec.ts';
import { isWithin } from '../util/is-within.ts';
import { byCodeUnit } from '../util/order.ts';
import { packageRoot } from '../util/package-root.ts';
import type { SpecSource } from './parse-spec.ts';

export interface LoadOptions {
  /** Where a relative path starts; the workspace. */
  readonly from: string;
  /** An absolute folder that it has to lie in, with all that it extends; anywhere, when absent. */
  readonly within?: string | undefined;
  readonly language: Language;
  /** Gives the rules that the spec may speak of; asked only where there is something new to parse. */
  readonly rules: () => Promise<readonly SettableRule[]>;
  /** Gives the spec of a text that was parsed before, or what `parse` makes of it. */
  remember?(text: string, parse: () => Promise<Spec>): Promise<Spec>;
}

export type SpecPlace = Pick<LoadOptions, 'from' | 'within'>;

/** With its real place, by which a spec is known however it was named. */
type Found = SpecSource & { readonly path: string };

/**
 * Loads a built-in spec by its id (`moe-2022`) or any spec by its path.
 * @throws usageError when there is none, when it cannot be read, or with every fault and its place
 */
export async function loadSpec(idOrPath: string, options: LoadOptions): Promise<Spec> {
  const chain = await readChain(idOrPath, options, []);
  const text = chain.map((source) => source.text).join('\0');
  const built = await findBuilt(text);
  if (built !== null) return built;
  const parse = async () => {
    const { parseSpec } = await import('./parse-spec.ts');
    return parseSpec(chain, await options.rules(), options.language);
  };
  return options.remember === undefined ? parse() : options.remember(text, parse);
}

/**
 * The text of a spec, and behind it, as further YAML documents, of those it extends.
 * @throws usageError when there is none or it cannot be read
 */
export async function readSpecText(idOrPath: string, place: SpecPlace): Promise<string> {
  const chain = await readChain(idOrPath, place, []);
  return chain.map(({ text }) => text).join('\n---\n');
}

/** What the build made of the built-in specs, by their text: a text that was changed since is parsed anew. */
async function findBuilt(text: string): Promise<Spec | null> {
  // Beside the bundle; run from the sources there is none.
  const file = new URL(`./${BUILT_SPECS}`, import.meta.url);
  const built = await readFile(file, 'utf8').catch(() => '{}');
  return (JSON.parse(built) as Record<string, Spec>)[builtKey(text)] ?? null;
}

export const BUILT_SPECS = 'specs.json';

/** The rules that it may speak of are those of the same build. */
export function builtKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The ids of the specs that came with the program. */
export async function listBuiltInSpecs(): Promise<string[]> {
  const names = await readdir(builtInFolder());
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .toSorted(byCodeUnit);
}

export function builtInFolder(): string {
  return join(packageRoot(), 'templates', 'specs');
}

/** The spec and those it extends, the nearest first. */
async function readChain(idOrPath: string, place: SpecPlace, seen: readonly Found[]): Promise<Found[]> {
  const source = await readSource(idOrPath, place);
  if (seen.some(({ path }) => path === source.path))
    throw usageError('spec/cycle', { chain: [...seen, source].map(({ name }) => name) });
  const base = await baseOf(source);
  if (base === null) return [source];
  return [source, ...(await readChain(base, { ...place, from: dirname(source.path) }, [...seen, source]))];
}

async function baseOf(source: SpecSource): Promise<string | null> {
  if (!source.text.includes('extends')) return null;
  return (await import('./parse-spec.ts')).extendsOf(source);
}

/** An id has neither a folder nor an extension in it. */
function isPath(idOrPath: string): boolean {
  return isAbsolute(idOrPath) || /[\\/]|\.ya?ml$/i.test(idOrPath);
}

/**
 * What a workspace says of its spec came with the workspace: it must not have any file read, nor another computer asked for one,
 * and so no link on the way is followed.
 */
async function refuseOutside(path: string, within: string, name: string): Promise<void> {
  if (!isWithin(path, within)) throw usageError('spec/outside', { path: name });
  let way = within;
  for (const part of relative(within, path).split(sep)) {
    way = join(way, part);
    const stats = await lstat(way).catch(() => null);
    if (stats?.isSymbolicLink()) throw usageError('spec/outside', { path: name });
  }
}

/** A spec is written by hand. */
const MAX_BYTES = 1 << 20;

async function readSource(idOrPath: string, { from, within }: SpecPlace): Promise<Found> {
  const path = isPath(idOrPath) ? resolve(from, idOrPath) : join(builtInFolder(), `${idOrPath}.yaml`);
  if (isPath(idOrPath) && within !== undefined) await refuseOutside(path, within, idOrPath);
  try {
    const stats = await stat(path);
    if (!stats.isFile() || stats.size > MAX_BYTES) throw usageError('spec/unreadable', { path: idOrPath });
    return { name: idOrPath, text: await readFile(path, 'utf8'), path };
  } catch (cause) {
    if (isPath(idOrPath)) throw usageError('spec/unreadable', { path: idOrPath }, cause);
    throw usageError('spec/unknown', { id: idOrPath, known: await listBuiltInSpecs() }, cause);
  }
}
