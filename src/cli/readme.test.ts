/** What the READMEs tell people to type is understood by the program they describe. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../i18n/messages.ts';
import { packageRoot } from '../util/package-root.ts';
import { COMMANDS } from './command-table.ts';
import { parseCommandLine } from './program.ts';

const READMES = ['README.md', 'README.zh-CN.md'] as const;
const PLACEHOLDERS: Readonly<Record<string, string>> = { '<作品>': 'x', '<理由>': 'x', '<item>': 'x', '<text>': 'x' };

/** `sizheng …` in code blocks and in code within a line, without comments, pipes and what stands for something else. */
function commandsIn(markdown: string): string[][] {
  const found = markdown.match(/(?<=^|[`（]|npx |js )sizheng [^`\n#|]+/gm) ?? [];
  return found
    .map((line) => line.trim().split(/\s+/).slice(1))
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
