/** The recipes for CI, and the action: what they have a platform run is run here, with the built program. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import type { Report } from '../model/report.ts';
import { packageRoot } from '../util/package-root.ts';
import { actionOutputs, actionSteps, RECIPES, type Step } from './ci-recipes-for-tests.ts';
import { Room } from './run-for-tests.ts';

const hasShell =
  process.platform !== 'win32' && ['bash', 'git'].every((name) => spawnSync(name, ['--version']).status === 0);
const PROGRAM = join(packageRoot(), 'bin', 'sizheng.js');
const FOLDER = join(packageRoot(), 'templates', 'ci');
const ACTION = readFileSync(join(packageRoot(), 'action.yml'), 'utf8');
const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
const rooms: Room[] = [];
afterAll(() => {
  for (const room of rooms) room.close();
});

/** A repository with works in it, and in the place of what is installed the program itself. */
function repository(works: 'good' | 'short'): Room {
  const room = new Room();
  rooms.push(room);
  room[works]('works');
  mkdirSync(room.at('bin'));
  mkdirSync(room.at('.node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, room.at('.node', 'bin', 'node'));
  const commands = {
    npm: 'exit 0',
    npx: 'exec "$@"',
    sizheng: `exec '${process.execPath}' '${PROGRAM}' "$@"`,
  };
  for (const [name, body] of Object.entries(commands)) {
    room.write(`#!/bin/sh\n${body}\n`, 'bin', name);
    chmodSync(room.at('bin', name), 0o755);
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: room.path });
  git('init', '--quiet');
  git('add', 'works');
  git('commit', '--quiet', '--message=works');
  return room;
}

interface Outcome {
  /** Of the first step that failed. */
  readonly code: number | null;
  readonly output: string;
}

/** Each step in a shell of its own, until one fails, as platforms do. */
function run(room: Room, steps: readonly Step[], env: Readonly<Record<string, string>> = {}): Outcome {
  const { NO_COLOR, SIZHENG_LANG, ...inherited } = process.env;
  const path = [room.at('bin'), inherited.PATH].join(delimiter);
  let output = '';
  for (const step of steps) {
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', step.script], {
      cwd: room.path,
      env: { ...inherited, GITHUB_OUTPUT: room.at('output'), ...env, ...step.env, PATH: path },
      encoding: 'utf8',
    });
    output += stdout + stderr;
    if (status !== 0) return { code: status, output };
  }
  return { code: 0, output };
}

/** Files that the reporters of a recipe are told to write. */
function filesOf(steps: readonly Step[]): string[] {
  return steps.flatMap(({ script }) => [...script.matchAll(/--reporter \w+=(\S+)/g)].map((match) => match[1] ?? ''));
}

it('every recipe is here', () => expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(RECIPES).sort()));

describe.each(Object.entries(RECIPES))('%s', (name, stepsOf) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const steps = stepsOf(text);

  it.skipIf(name === 'Jenkinsfile')('is YAML without a fault', () => {
    const { errors, warnings } = parseDocument(text);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('installs this version, checks as an institution, and carries the cache', () => {
    expect(text).toContain(`sizheng-${version}.tgz`);
    const checks = steps.flatMap(({ script }) => script.match(/sizheng validate .*/g) ?? []);
    expect(checks).not.toEqual([]);
    for (const line of checks) expect(line).toMatch(/works --scope institution --cache-dir \.sizheng-cache/);
  });

  it.skipIf(!hasShell).each([
    ['good', 0],
    ['short', 1],
  ] as const)('%s works: exit %i, with every report', (works, code) => {
    const room = repository(works);
    const outcome = run(room, steps);
    expect(outcome).toMatchObject({ code });
    const files = filesOf(steps);
    expect(files).toContain('report/report.json');
    for (const file of files) expect(readFileSync(room.at(file), 'utf8')).not.toBe('');
    const report = JSON.parse(readFileSync(room.at('report', 'report.json'), 'utf8')) as Report;
    expect([report.scope, report.exitCode]).toEqual(['institution', code]);
    expect(existsSync(room.at('.sizheng-cache', 'facts.jsonl'))).toBe(true);
  });
});

describe('action.yml', () => {
  it('is YAML without a fault', () => {
    const { errors, warnings } = parseDocument(ACTION);
    expect([...errors, ...warnings]).toEqual([]);
  });

  /** Runs the action, and reads what it says under its outputs. */
  function act(
    room: Room,
    inputs: Readonly<Record<string, string>>,
  ): Outcome & { readonly outputs: Map<string, string> } {
    const places = { 'github.action_path': packageRoot(), 'runner.temp': room.at('temp') };
    const env = { GITHUB_STEP_SUMMARY: room.at('step-summary.md'), GITHUB_RUN_ID: '7' };
    const outcome = run(room, actionSteps(ACTION, inputs, places), env);
    const lines = readFileSync(room.at('output'), 'utf8').trimEnd().split('\n');
    return { ...outcome, outputs: new Map(lines.map((line) => line.split('=', 2) as [string, string])) };
  }

  it.skipIf(!hasShell).each([
    ['good', 0, 'pass'],
    ['short', 1, 'fail'],
  ] as const)('%s works: exit %i, %s, with a file behind every output', (works, code, verdict) => {
    const room = repository(works);
    const { outputs, ...outcome } = act(room, { dir: 'works', args: "--only '心理微课' --jobs 1" });
    expect(outcome).toMatchObject({ code });
    expect([outputs.get('exit-code'), outputs.get('verdict')]).toEqual([String(code), verdict]);
    const paths = actionOutputs(ACTION).filter((name) => name !== 'exit-code' && name !== 'verdict');
    for (const name of paths) expect(readFileSync(outputs.get(name) ?? '', 'utf8')).not.toBe('');
    expect(readFileSync(room.at('step-summary.md'), 'utf8')).not.toBe('');
    const tree = execFileSync('git', ['rev-parse', 'HEAD:works'], { cwd: room.path, encoding: 'utf8' }).trim();
    expect(outputs.get('tree')).toBe(tree);
  });

  it.skipIf(!hasShell)('a wrong option: exit 2, no verdict, no report', () => {
    const room = repository('good');
    const { outputs, ...outcome } = act(room, { dir: 'works', args: '--striict' });
    expect(outcome).toMatchObject({ code: 2 });
    expect([...outputs.keys()]).toEqual(['tree', 'exit-code']);
  });

  it('is run by our own workflow, by names that it has', () => {
    const workflow = readFileSync(join(packageRoot(), '.github', 'workflows', 'ci.yml'), 'utf8');
    const document = parseDocument(workflow);
    expect([...document.errors, ...document.warnings]).toEqual([]);
    const { steps } = document.toJS().jobs.action as { steps: { uses?: string; id?: string; with?: object }[] };
    const step = steps.find(({ uses }) => uses === './');
    expect(Object.keys(parseDocument(ACTION).toJS().inputs)).toEqual(
      expect.arrayContaining(Object.keys(step?.with ?? {})),
    );
    const asked = [...workflow.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)].map(([, id, name]) => [id, name]);
    expect(asked).not.toEqual([]);
    for (const [id, name] of asked)
      expect([id, actionOutputs(ACTION)]).toEqual([step?.id, expect.arrayContaining([name])]);
  });
});
