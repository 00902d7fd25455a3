/** `init`: an empty workspace with its folders, settings, sheet and forms. Never overwrites a file. */
import { lstat, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { machineError, type SizhengError, usageError } from '../model/errors.ts';
import { CANDIDATE_FOLDER, CONFIG_NAME, SHEET_NAME, STATE_FOLDER, TEMPLATE_FOLDER } from '../model/file-names.ts';
import type { Attestation, Batch, Category, Scope } from '../model/spec.ts';
import { attestationLine } from '../report/commands.ts';
import { makeFolders } from '../util/make-folders.ts';
import { packageRoot } from '../util/package-root.ts';
import { editYaml, type YamlScalar } from '../util/yaml-edit.ts';
import { fullProvinceName } from '../workspace/provinces.ts';

export interface InitAnswers {
  /** A built-in spec's id, or a path relative to the workspace. */
  readonly spec: string;
  readonly scope: Scope;
  readonly province: string | null;
  readonly institution: string | null;
  readonly batch: Batch;
  readonly year: number;
  /** The spec's categories: each gets a folder. */
  readonly categories: readonly Pick<Category, 'id' | 'name'>[];
  /** What the spec wants declared: each gets a line to fill in. */
  readonly attestations: readonly Pick<Attestation, 'id' | 'text'>[];
}

/** What to make; paths relative to the workspace, with `/`. */
export interface InitPlan {
  readonly folders: readonly string[];
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

export interface InitEntry {
  readonly path: string;
  readonly type: 'folder' | 'file';
  /** `kept`: it was there before and was not touched. */
  readonly outcome: 'created' | 'kept';
}

/** Reads the package's templates and nothing else; the same answers give the same plan. */
export async function planInit(answers: InitAnswers): Promise<InitPlan> {
  const templates = join(packageRoot(), 'templates', 'workspace');
  const { makeSheet } = await import('../workspace/write-sheet.ts');
  const names = answers.categories.map(({ name }) => name);
  const config = await readFile(join(templates, CONFIG_NAME), 'utf8');
  return {
    folders: [
      ...names.map(folderName),
      ...names.map((name) => `${CANDIDATE_FOLDER}/${folderName(name)}`),
      TEMPLATE_FOLDER,
      `${STATE_FOLDER}/${SCHEMAS}`,
    ],
    files: [
      { path: CONFIG_NAME, bytes: Buffer.from(fillConfig(config, answers)) },
      { path: SHEET_NAME, bytes: await makeSheet(names) },
      ...(await readForms(templates)),
      ...(await makeSchemas()),
    ],
  };
}

/**
 * Makes what is missing of a workspace in `dir`, which need not exist.
 * @throws `usage/not-a-folder` where a file or a link stands in a folder's place, `machine/output-unwritable`
 */
export async function initWorkspace(dir: string, answers: InitAnswers): Promise<InitEntry[]> {
  const plan = await planInit(answers);
  await makeRoot(dir);
  const entries: InitEntry[] = [];
  for (const path of plan.folders) entries.push({ path, type: 'folder', outcome: await makeFolder(dir, path) });
  for (const { path, bytes } of plan.files) {
    entries.push({ path, type: 'file', outcome: await makeFile(join(dir, path), bytes) });
  }
  return entries;
}

const SCHEMAS = 'schemas';
/** In the template, where the ids of the spec go. */
const ATTESTATION_SAMPLE = '#   编号:';

/** The answers put into the template, its comments kept; what was not answered stays blank. */
function fillConfig(template: string, answers: InitAnswers): string {
  const { spec, scope, batch, year, institution } = answers;
  const province = answers.province === null ? null : fullProvinceName(answers.province);
  const given = Object.entries({ spec, scope, province, institution, batch, year }).filter(
    (entry): entry is [string, YamlScalar] => entry[1] !== null && entry[1] !== '',
  );
  return editYaml(fillAttestations(template, answers), Object.fromEntries(given));
}

function fillAttestations(template: string, { attestations }: InitAnswers): string {
  if (attestations.length === 0) return template;
  const lines = attestations.map(({ id, text }) => `#   ${attestationLine(id, text)}`);
  return template.replace(ATTESTATION_SAMPLE, () => lines.join('\n'));
}

/** The forms and the guide, each as .docx and .md. */
async function readForms(templates: string): Promise<{ path: string; bytes: Uint8Array }[]> {
  const names = (await readdir(templates)).filter((name) => /\.(?:docx|md)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `${TEMPLATE_FOLDER}/${name.normalize('NFC')}`,
      bytes: await readFile(join(templates, name)),
    })),
  );
}

/** Beside the cache, for editors: `sizheng.yaml` names the first in its top line. */
async function makeSchemas(): Promise<{ path: string; bytes: Uint8Array }[]> {
  const { itemJsonSchema, workspaceJsonSchema } = await import('../workspace/schemas.ts');
  const schemas = { 'workspace.schema.json': workspaceJsonSchema(), 'item.schema.json': itemJsonSchema() };
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `${STATE_FOLDER}/${SCHEMAS}/${name}`,
    bytes: Buffer.from(`${JSON.stringify(schema, null, 2)}\n`),
  }));
}

/** A category's name as one folder's name on every system; a spec is a file that anybody may have written. */
function folderName(category: string): string {
  return category.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '') || '-';
}

/** The root may be a link: whoever called named it. */
async function makeRoot(dir: string): Promise<void> {
  try {
    await makeFolders(dir);
    if ((await stat(dir)).isDirectory()) return;
  } catch (error) {
    throw whyNot(dir, error);
  }
  throw usageError('usage/not-a-folder', { path: dir });
}

async function makeFolder(dir: string, path: string): Promise<InitEntry['outcome']> {
  const location = join(dir, path);
  try {
    if (path.includes('/')) await makeFolder(dir, dirname(path));
    await mkdir(location);
    return 'created';
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw whyNot(location, error);
  }
  if ((await lstat(location)).isDirectory()) return 'kept';
  throw usageError('usage/not-a-folder', { path: location });
}

async function makeFile(location: string, bytes: Uint8Array): Promise<InitEntry['outcome']> {
  try {
    await writeNew(location, bytes);
    return 'created';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'kept';
    throw whyNot(location, error);
  }
}

/** Creates the file or fails; half a file is taken away again, or the next run would keep it. */
async function writeNew(location: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(location, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(location).catch(() => undefined);
    throw error;
  }
}

function whyNot(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  const inTheWay = code === 'EEXIST' || code === 'ENOTDIR';
  return inTheWay ? usageError('usage/not-a-folder', { path }, error) : unwritable(path, code, error);
}

function unwritable(path: string, code: string, error: unknown): SizhengError {
  return machineError('machine/output-unwritable', { path, detail: `${code} ${basename(path)}` }, error);
}

/** `EACCES`, `ENOSPC` …; `null` for what is no error of the system, or is one already put into words. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
