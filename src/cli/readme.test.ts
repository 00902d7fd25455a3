/** What the READMEs tell people to type is understood by the program they describe, and their programs run. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import { packageRoot } from '../util/package-root.ts';
import { COMMANDS } from './command-table.ts';
import { parseCommandLine } from './program.ts';
import { Room } from './run-for-tests.ts';

const READMES = ['README.md', 'README.zh-CN.md'] as const;
const PLACEHOLDERS: Readonly<Record<string, string>> = { '<作品>': 'x', '<理由>': 'x', '<item>': 'x', '<text>': 'x' };

/** `sizheng …` in code blocks and in code within a line, without comments, pipes, redirections and what stands for something else. */
function commandsIn(markdown: string): string[][] {
  const found = markdown.match(/(?<=^|[`（]|<\(|npx |js )sizheng [^`\n#|]+/gm) ?? [];
  return found
    .map((line) =>
      line
        .replace(/(?: > |\)).*/, '')
        .trim()
        .split(/\s+/)
        .slice(1),
    )
    .filter(
      (words) => words[0] !== undefined && (words[0].startsWith('-') || COMMANDS.some(({ name }) => name === words[0])),
    )
    .map((words) => words.map((word) => PLACEHOLDERS[word] ?? word));
}

describe.each(READMES)('%s', (name) => {
  const markdown = readFileSync(join(packageRoot(), name), 'utf8');
  const commands = commandsIn(markdown);

  it('shows commands', () => expect(commands.length).toBeGreaterThan(3));

  it.each(commands.map((words) => [words.join(' '), words] as const))('sizheng %s', (_, words) => {
    expect(() => parseCommandLine(words, messagesIn('en').cli, 80)).not.toThrow();
  });

  it('names every command', () => {
    for (const command of COMMANDS) expect(markdown).toContain(`\`${command.name}`);
  });
});

describe.each(READMES)('a check shared among machines, as %s has it', (name) => {
  const room = new Room();
  afterAll(() => room.close());

  it('ends in one report', async () => {
    room.good('works');
    const markdown = readFileSync(join(packageRoot(), name), 'utf8');
    const [block = ''] = markdown.match(/^```sh\n[^`]*--shard[^`]*```$/m) ?? [];
    const runs = [];
    for (const words of commandsIn(block)) runs.push(await room.run(words));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(runs.at(-1)?.stdout).toContain('结论：检查通过，可以报送\n');
  });
});

describe('programs that use the library', () => {
  const room = new Room();
  afterAll(() => room.close());
  const programs = READMES.flatMap((name) =>
    [...readFileSync(join(packageRoot(), name), 'utf8').matchAll(/^```[jt]s\n(.*?)^```$/gms)].map(
      (match) => match[1] ?? '',
    ),
  );

  it('are there', () => expect(programs).not.toEqual([]));

  it.each(programs)('%s', (program) => {
    room.good('works');
    mkdirSync(room.at('node_modules'), { recursive: true });
    symlinkSync(packageRoot(), room.at('node_modules', 'sizheng'), 'junction');
    room.write(program, 'program.mjs');
    const shown = execFileSync(process.execPath, ['program.mjs'], { cwd: room.path, encoding: 'utf8' });
    expect(shown).toMatch(/\.zip pass\n$/);
  });
});
