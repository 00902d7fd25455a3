/** What may stand in the place of a value: known words, files, folders, or nothing that could be offered. */
import { BLOB } from '../reports.ts';

export interface Candidates {
  /** Letters, digits and `-_./` alone, so that they need no quoting in any shell. */
  readonly words: readonly string[];
  readonly paths: 'files' | 'folders' | null;
  /** Each word may be followed by `=` and a file. */
  readonly assigns: boolean;
}

/** Words that other parts of the program know. */
export interface KnownWords {
  readonly commands: readonly string[];
  readonly shells: readonly string[];
  readonly specActions: readonly string[];
  readonly specs: readonly string[];
  readonly rules: readonly string[];
  readonly reporters: readonly string[];
  /** Those that `verify` has. */
  readonly verificationReporters: readonly string[];
}

const NOTHING: Candidates = { words: [], paths: null, assigns: false };
const FILES: Candidates = { ...NOTHING, paths: 'files' };
const FOLDERS: Candidates = { ...NOTHING, paths: 'folders' };

export function oneOf(words: readonly string[]): Candidates {
  return { ...NOTHING, words };
}

/** By what the command table writes in the place of a value; where a command means more by it, by its name and the place as it is written. */
export function candidatesByPlace(known: KnownWords): Readonly<Record<string, Candidates>> {
  const spec: Candidates = { words: known.specs, paths: 'files', assigns: false };
  const reporters = (words: readonly string[]): Candidates => ({ words, paths: null, assigns: true });
  return {
    dir: FOLDERS,
    // One file can be checked, and mended, by itself.
    'validate [dir]': FILES,
    'fix [dir]': FILES,
    file: FILES,
    path: FILES,
    package: FILES,
    'report.json': FILES,
    blob: FILES,
    item: FILES,
    'category|path': FILES,
    'id|file': spec,
    // What to do may be left out.
    'spec [action]': { ...spec, words: [...known.specActions, ...known.specs] },
    'spec [spec]': spec,
    'rules [id]': oneOf(known.rules),
    'help [command]': oneOf(known.commands),
    'completion <shell>': oneOf(known.shells),
    'name[=file]': reporters(known.reporters),
    'validate --reporter <name[=file]>': reporters([...known.reporters, BLOB]),
    'verify --reporter <name[=file]>': reporters(known.verificationReporters),
    ...Object.fromEntries(['time', 'n', 'i/n', 'name', 'year', 'text', 'size'].map((place) => [place, NOTHING])),
  };
}

/** @returns nothing to offer, where the place is not known */
export function candidatesAt(
  command: string,
  written: string,
  place: string,
  table: ReturnType<typeof candidatesByPlace>,
): Candidates {
  return table[`${command} ${written}`] ?? table[place] ?? NOTHING;
}
