/** Finds a spec by id or path and follows `extends`. The parsers are loaded only when there is something new to parse. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Language } from '../i18n/catalogue.ts';
import { usageError } from '../model/errors.ts';
import type { Spec } from '../model/spec.ts';
import { byCodeUnit } from '../util/order.ts';
import { packageRoot } from '../util/package-root.ts';
import type { SpecSource } from './parse-spec.ts';

export interface LoadOptions {
  /** Where a relative path starts; the workspace. */
  readonly from: string;
  readonly language: Language;
  /** The rules that the spec may speak of. */
  readonly ruleIds: readonly string[];
  /** Gives the spec of a text that was parsed before, or what `parse` makes of it. */
  remember?(text: string, parse: () => Promise<Spec>): Promise<Spec>;
}

type Found = SpecSource & { readonly folder: string };

/**
 * Loads a built-in spec by its id (`moe-2022`) or any spec by its path.
 * @throws usageError when there is none, when it cannot be read, or with every fault and its place
 */
export async function loadSpec(idOrPath: string, options: LoadOptions): Promise<Spec> {
  const chain = await readChain(idOrPath, options.from, []);
  const parse = async () => (await import('./parse-spec.ts')).parseSpec(chain, options.ruleIds, options.language);
  const text = chain.map((source) => source.text).join('\0');
  return options.remember === undefined ? parse() : options.remember(text, parse);
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
async function readChain(idOrPath: string, from: string, seen: readonly string[]): Promise<Found[]> {
  const source = await readSource(idOrPath, from);
  const place = join(source.folder, idOrPath);
  if (seen.includes(place))
    throw usageError('spec/cycle', { chain: [...seen, place].map((path) => path.slice(path.lastIndexOf('/') + 1)) });
  const base = await baseOf(source);
  return base === null ? [source] : [source, ...(await readChain(base, source.folder, [...seen, place]))];
}

async function baseOf(source: SpecSource): Promise<string | null> {
  if (!source.text.includes('extends')) return null;
  return (await import('./parse-spec.ts')).extendsOf(source);
}

/** An id has neither a folder nor an extension in it. */
function isPath(idOrPath: string): boolean {
  return isAbsolute(idOrPath) || /[\\/]|\.ya?ml$/i.test(idOrPath);
}

async function readSource(idOrPath: string, from: string): Promise<Found> {
  const path = isPath(idOrPath) ? resolve(from, idOrPath) : join(builtInFolder(), `${idOrPath}.yaml`);
  try {
    return { name: idOrPath, text: await readFile(path, 'utf8'), folder: dirname(path) };
  } catch (cause) {
    if (isPath(idOrPath)) throw usageError('spec/unreadable', { path: idOrPath }, cause);
    throw usageError('spec/unknown', { id: idOrPath, known: await listBuiltInSpecs() }, cause);
  }
}
