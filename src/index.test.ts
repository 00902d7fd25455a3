/** The built library, as another program imports it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { packageRoot } from './util/package-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROBE = `
const before = process.getActiveResourcesInfo();
const listeners = process.eventNames().length;
const library = await import(${JSON.stringify(pathToFileURL(join(packageRoot(), 'dist', 'index.js')).href)});
// What the loading of modules itself had open is closed by now.
await new Promise((resolve) => setTimeout(resolve, 50));
const started = process.getActiveResourcesInfo().filter((name) => !before.includes(name));
const listening = process.eventNames().length - listeners;
process.stdout.write(JSON.stringify({ names: Object.keys(library).sort(), started, listening }));
`;

/** Node's own permission model: nothing may be written, no process or thread started. */
const LOCKED =
  Number(process.versions.node.split('.')[0]) >= 23 ? ['--permission'] : ['--experimental-permission', '--no-warnings'];

it('importing it prints, writes and starts nothing', () => {
  const args = [...LOCKED, '--allow-fs-read=*', '--input-type=module', '--eval', PROBE];
  const outcome = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }));
  expect(outcome).toEqual({
    names: [
      'NotReadyError',
      'SizhengError',
      'collectFrames',
      'explain',
      'loadSpec',
      'pack',
      'render',
      'validate',
      'verify',
    ],
    started: [],
    listening: 0,
  });
  expect(readdirSync(folder)).toEqual([]);
});
