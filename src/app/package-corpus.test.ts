/** Bags and ZIPs that nobody here made get the verdict that their names say. Skipped without `SIZHENG_CORPUS`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verification } from '../model/verification.ts';
import { verify } from './verify.ts';

const CORPUS = process.env.SIZHENG_CORPUS ?? '';
const BAGS = join(CORPUS, 'bagit', 'v0.97');
const ZIPS = join(CORPUS, 'zip');

/** Two cases list files that the suite's own repository lacks: they are no bags of their kind here. */
function isWhole(bag: string): boolean {
  const lists = readdirSync(bag).filter((name) => /^(?:tag)?manifest-/.test(name));
  return lists.every((list) => pathsIn(join(bag, list)).every((path) => isThere(bag, path)));
}

/** Under this name, or one that is composed otherwise. */
function isThere(bag: string, path: string): boolean {
  return [path, path.normalize('NFC'), path.normalize('NFD')].some((name) => existsSync(join(bag, name)));
}

function pathsIn(list: string): string[] {
  const bytes = readFileSync(list);
  const text = bytes[0] === 0xff || bytes[1] === 0 ? bytes.toString('utf16le') : bytes.toString('utf8');
  return [...text.matchAll(/^\uFEFF?[0-9a-f]+ +\*?(\S.*?)\r?$/gim)].map(([, path = '']) => path);
}

function casesOf(kind: string): [name: string, path: string][] {
  if (!existsSync(join(BAGS, kind))) return [];
  return readdirSync(join(BAGS, kind), { withFileTypes: true })
    .filter((dirent) => dirent.isDirectory())
    .map(({ name }) => [name, join(BAGS, kind, name)]);
}

const bySeverity = ({ findings }: Verification, wanted: string) =>
  findings.filter(({ severity }) => severity === wanted).map(({ rule, message }) => `${rule} ${message}`);

describe.skipIf(CORPUS === '')('bags of the Library of Congress', () => {
  it.each(casesOf('valid').filter(([, path]) => isWhole(path)))('valid: %s', async (_, path) => {
    expect(bySeverity(await verify([path]), 'error')).toEqual([]);
  });

  it.each(casesOf('warning').filter(([, path]) => isWhole(path)))('warning: %s', async (_, path) => {
    const verification = await verify([path]);
    expect(bySeverity(verification, 'error')).toEqual([]);
    expect(bySeverity(verification, 'warning')).not.toEqual([]);
  });

  it.each(casesOf('warning').filter(([, path]) => !isWhole(path)))('a file short: %s', async (_, path) => {
    const { findings } = await verify([path]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'package/missing',
    ]);
  });

  // What one system would follow out of the bag no system may be told to.
  it.each([...casesOf('invalid'), ...casesOf('linux-only'), ...casesOf('windows-only')])(
    'invalid: %s',
    async (_, path) => {
      const verification = await verify([path]);
      expect(verification.exitCode).toBe(1);
      expect(bySeverity(verification, 'error')).not.toEqual([]);
    },
  );
});

describe.skipIf(CORPUS === '')('ZIPs that a reader must refuse', () => {
  const names = existsSync(ZIPS) ? readdirSync(ZIPS) : [];
  it.each(names)('%s', async (name) => {
    const verification = await verify([join(ZIPS, name)]);
    expect(verification.exitCode).toBe(1);
    const rules = new Set(verification.findings.map(({ rule }) => rule));
    const wanted = ruleFor(name);
    expect(
      [...rules].some((rule) => wanted.includes(rule)),
      [...rules].join(),
    ).toBe(true);
  });
});

/** What the name says is wrong, in our rules. */
function ruleFor(name: string): string[] {
  if (/absolute path|invalid relative path|invalid characters/.test(name)) return ['package/unsafe-path'];
  if (/encryption|unsupported compression/.test(name)) return ['package/unsupported', 'package/structure'];
  if (/code lengths|length or distance|unexpected EOF|bytes in the stream/.test(name))
    return ['package/damaged', 'package/structure'];
  return ['package/structure', 'package/unreadable'];
}
