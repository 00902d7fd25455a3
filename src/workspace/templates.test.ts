import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../util/package-root.ts';
import { parseConfig } from './config.ts';

const FOLDER = join(packageRoot(), 'templates', 'workspace');
const FORMS = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

describe('templates/workspace', () => {
  it('holds settings that are valid as they stand', () => {
    expect(parseConfig(readFileSync(join(FOLDER, 'sizheng.yaml'), 'utf8'), 'x').spec).toBe('moe-2022');
  });

  it.each(FORMS)('%s has its .docx, rebuilt from it', async (name) => {
    const { markdownToDocx } = await import(pathToFileURL(join(packageRoot(), 'fixtures', 'make-docx.mjs')).href);
    const rebuilt = Buffer.from(markdownToDocx(readFileSync(join(FOLDER, name), 'utf8')));
    expect(rebuilt.equals(readFileSync(join(FOLDER, name.replace(/md$/, 'docx'))))).toBe(true);
  });

  it.each(FORMS.filter((name) => name.endsWith('模板.md')))('%s marks each blank in the same way', (name) => {
    const blanks = readFileSync(join(FOLDER, name), 'utf8').match(/【[^】]*】/g) ?? [];
    expect(blanks.length).toBeGreaterThan(5);
    for (const blank of blanks) expect(blank).toMatch(/^【请填写：.+】$/);
  });

  it.each(FORMS)('%s holds no number that could be a person’s', (name) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).not.toMatch(/\d{7,}/);
  });
});
