import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageRoot } from './package-root.ts';

describe('packageRoot', () => {
  it('finds the folder of this package from its sources', () => {
    expect(existsSync(join(packageRoot(), 'src', 'util', 'package-root.ts'))).toBe(true);
  });

  it('passes over other packages on the way up', () => {
    const folder = mkdtempSync(join(tmpdir(), 'root-'));
    mkdirSync(join(folder, 'dist', 'inner'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"name":"sizheng"}');
    writeFileSync(join(folder, 'dist', 'package.json'), '{"name":"another"}');
    expect(packageRoot(pathToFileURL(join(folder, 'dist', 'inner', 'x.js')).href)).toBe(folder);
    rmSync(folder, { recursive: true });
  });

  it('says when there is none', () => {
    const top = pathToFileURL(join(parse(tmpdir()).root, 'x.js')).href;
    expect(() => packageRoot(top)).toThrow('no package.json');
  });
});
