/** The text of a spec file, and of those it extends, made into a spec. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Language } from '../i18n/catalogue.ts';
import { usageError } from '../model/errors.ts';
import type { SettableRule, Spec } from '../model/spec.ts';
import { parseYaml, readYaml } from '../util/yaml-problems.ts';
import { overlay, type Plain, toBasePath } from './extend.ts';
import { specSchema } from './schema.ts';

export interface SpecSource {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
}

/**
 * @param chain the spec and those it extends, the nearest first
 * @param rules those that a spec may speak of
 * @throws usageError `spec/invalid` with every fault and its place
 */
export function parseSpec(chain: readonly SpecSource[], rules: readonly SettableRule[], language: Language): Spec {
  const [own, ...bases] = chain as readonly [SpecSource, ...SpecSource[]];
  const base = bases.reduceRight<Plain>((under, source) => overlay(under, readPlain(source, language)), null);
  const prepare = base === null ? {} : { prepare: (value: unknown) => toOverlaid(base, value as Plain) };
  const parsed = parseYaml(own.text, specSchema(rules), { language, ...prepare });
  if (!parsed.ok) throw usageError('spec/invalid', { path: own.name, problems: parsed.problems });
  const sha256 = createHash('sha256');
  for (const { text } of chain) sha256.update(text);
  return { ...parsed.value, sha256: sha256.digest('hex') };
}

function toOverlaid(base: Plain, own: Plain) {
  const value = overlay(base, own);
  return { value, locate: (path: readonly PropertyKey[]) => toBasePath(path, value, own) };
}

/** Of anything but a map nothing would show in what is laid over it, and yet it would be a part of the spec's text. */
function readPlain({ name, text }: SpecSource, language: Language): Plain {
  const read = parseYaml(text, z.looseObject({}), { language });
  if (!read.ok) throw usageError('spec/invalid', { path: name, problems: read.problems });
  return read.value as Plain;
}

/** What a spec extends; `null` when nothing, or when it cannot be read: then parsing it says why. */
export function extendsOf({ text }: SpecSource): string | null {
  const read = readYaml(text);
  const value = read.ok ? (read.value as { extends?: unknown } | null)?.extends : null;
  return typeof value === 'string' ? value : null;
}
