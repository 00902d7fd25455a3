/** Archives and bags that nobody here made: run where the corpus is at hand (`SIZHENG_CORPUS`). */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PackageFacts } from '../../model/package-facts.ts';
import { listTree } from '../../scan/list-tree.ts';
import { readFolderPackage, readZipPackage } from './read-package.ts';
import { readOptions } from './reading-for-tests.ts';

const CORPUS = process.env.SIZHENG_CORPUS ?? '';
const ZIPS = join(CORPUS, 'zip');
const BAGS = join(CORPUS, 'bagit', 'v0.97');

/** What was found, in a line each: `fault field path`. */
function findings({ stopped, structure, files }: PackageFacts): string[] {
  return [
    ...(stopped === null ? [] : [`stopped ${stopped.type}`]),
    ...structure.map(({ fault, field }) => `${fault} ${field}`),
    ...files.flatMap(({ faults }) => faults.map((fault) => Object.values(fault).join(' '))),
    ...files.map(({ path }) => path).filter((path) => /^[A-Z]:|^\/|\.\.|\\/.test(path)),
  ];
}

/** By the beginning of the file's name, which is what a reader must say. */
const EXPECTED: Readonly<Record<string, string>> = {
  'End of central directory record signature': 'stopped unreadable',
  'Invalid comment length': 'trailing-data null',
  'absolute path C': 'C:/xt',
  'absolute path a': '/atxt',
  'compressed uncompressed size mismatch': 'local-differs compressed size',
  'extra field length exceeds': 'extra-field extra field',
  'file data overflows file bounds': 'out-of-bounds compressed size',
  'invalid central directory file header signature': 'bad-signature central file header signature',
  'invalid characters in fileName': 'a\\txt',
  'invalid code lengths set': 'data invalid code lengths set',
  'invalid local file header signature': 'bad-signature local file header signature',
  'invalid relative path': '../xt',
  'invalid zip64 end of central directory record signature': 'zip64 zip64 end of central dir signature',
  'multi-disk zip files': 'multi-disk number of this disk',
  'not enough bytes in the stream': 'size 1000000',
  'strong encryption': 'encrypted',
  'too many bytes in the stream': 'local-differs uncompressed size',
  'too many length or distance symbols': 'data too many length or distance symbols',
  'unexpected EOF': 'extra-field Zip64 extended information extra field',
  'unsupported compression method 1': 'method 1',
  'zip64 extended information extra field': 'extra-field Zip64 extended information extra field',
};

describe.skipIf(!existsSync(ZIPS))('archives of the corpus', () => {
  const names = existsSync(ZIPS) ? readdirSync(ZIPS) : [];

  it.each(names)('%s', async (name) => {
    const expected = Object.entries(EXPECTED).find(([start]) => name.startsWith(start))?.[1];
    const facts = await readZipPackage(name, join(ZIPS, name), readOptions());
    expect(findings(facts)).toContain(expected);
  });
});

describe.skipIf(!existsSync(BAGS))('bags of the corpus', () => {
  const bagsIn = (verdict: string) =>
    existsSync(BAGS)
      ? readdirSync(join(BAGS, verdict), { withFileTypes: true }).flatMap((one) =>
          one.isDirectory() ? [one.name] : [],
        )
      : [];
  const read = async (...path: string[]) => {
    const root = join(BAGS, ...path);
    return readFolderPackage(root, (await listTree(root, { everything: true })).entries, readOptions());
  };

  /** Listed paths that are not there, or not with the digest that is listed. */
  function unmet({ bag, files }: PackageFacts): string[] {
    const found = new Map(files.map((file) => [file.path.normalize('NFC'), file]));
    return (bag?.manifests ?? []).flatMap(({ lines, algorithm }) =>
      lines
        .filter(({ path, digest }) => found.get(path.normalize('NFC'))?.digests[algorithm] !== digest)
        .map(({ path }) => path),
    );
  }

  it.each(bagsIn('valid'))('valid: %s', async (name) => {
    const facts = await read('valid', name);
    expect(facts).toMatchObject({ kind: 'bag', stopped: null, bag: { declaration: { version: '0.97' } } });
    expect(facts.bag?.manifests.every(({ supported, badLines }) => supported && badLines.length === 0)).toBe(true);
    expect(unmet(facts)).toEqual([]);
  });

  it('a name that looks encoded stays as it is before version 1.0', async () => {
    const { bag } = await read('valid', 'bag-with-encoded-names');
    expect(bag?.manifests[0]?.lines.map(({ path }) => path)).toContain('data/%7Etest1.txt');
  });

  it.each<[string, (facts: PackageFacts) => unknown, unknown]>([
    [
      'valid/UTF-16-encoded-tag-files',
      ({ bag }) => bag?.info?.tags.at(-1),
      { line: 5, name: 'Payload-Oxum', value: '58.2' },
    ],
    [
      'valid/uncommon-metadata-separators',
      ({ bag }) => bag?.info?.tags.filter(({ name }) => name === 'Test-Tag').map(({ value }) => value),
      ['1', '2', '3', '4', '5'],
    ],
    ['valid/holey-bag', ({ bag }) => bag?.fetch?.lines[3]?.path, 'data/test 1.txt'],
    ['valid/bag-with-leading-dot-slash-in-manifest', ({ bag }) => bag?.manifests[0]?.lines[4]?.prefix, './'],
    ['warning/made-with-md5sum-tools', ({ bag }) => bag?.manifests[0]?.lines[0]?.prefix, '*'],
    [
      'invalid/bom-in-bagit.txt',
      ({ bag }) => bag?.declaration,
      { version: '0.97', encoding: 'UTF-8', bom: true, wellFormed: false },
    ],
    ['invalid/baginfo-missing-encoding', ({ bag }) => bag?.declaration?.encoding, null],
    ['invalid/invalid-version-number', ({ bag }) => bag?.declaration?.version, null],
    ['invalid/missing-bagit.txt', ({ kind, bag }) => [kind, bag?.declaration], ['bag', null]],
    ['invalid/missing-baginfo', ({ bag }) => bag?.info, null],
    ['invalid/corrupt-data-file', unmet, ['data/bare-filename']],
    ['invalid/corrupt-tag-file', unmet, ['bag-info.txt', 'bagit.txt', 'manifest-md5.txt']],
    ['linux-only/out-of-scope-file-paths-using-shortcut', unmet, ['~/foo']],
  ])('%s', async (name, ask, expected) => {
    expect(ask(await read(...name.split('/')))).toEqual(expected);
  });

  it('every other one is read through, too', async () => {
    for (const verdict of ['invalid', 'warning', 'linux-only', 'windows-only']) {
      for (const name of bagsIn(verdict)) {
        const { stopped, kind, files } = await read(verdict, name);
        expect([name, stopped, kind, files.every(({ faults }) => faults.length === 0)]).toEqual([
          name,
          null,
          'bag',
          true,
        ]);
      }
    }
  });
});
