/** What a run of the built program loads. Used by tests only. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Room, Run } from './run-for-tests.ts';

export interface Loaded {
  readonly run: Run;
  /** Of files, without the digests that the build gives them; sorted. */
  readonly names: readonly string[];
  /** The text of all of them. */
  readonly code: string;
}

const HOOK = `
import { appendFileSync } from 'node:fs';
export function load(url, context, next) {
  appendFileSync(process.env.LOADED_MODULES, url + '\\n');
  return next(url, context);
}`;
const dataUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
const REGISTER = dataUrl(`import { register } from 'node:module'; register(${JSON.stringify(dataUrl(HOOK))});`);

export async function loadedBy(room: Room, args: readonly string[]): Promise<Loaded> {
  const list = room.at(`loaded-${args.join(' ').replace(/\W+/g, '-')}.txt`);
  const run = await room.run(args, { NODE_OPTIONS: `--import=${REGISTER}`, LOADED_MODULES: list });
  const urls = readFileSync(list, 'utf8').split('\n');
  const files = urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  return {
    run,
    names: files.map((file) => basename(file).replace(/-[\w-]{8}\.js$/, '')).toSorted(),
    code: files.map((file) => readFileSync(file, 'utf8')).join('\n'),
  };
}
