/** The manual page: what it says, and that readers of such pages have nothing to say against it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/catalogue.ts';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import { displayWidth } from '../util/display-width.ts';
import { COMMANDS } from './command-table.ts';
import { manPage } from './man-page.ts';
import { parseCommandLine } from './program.ts';

const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;

describe.each(LANGUAGES)('%s', (language) => {
  const { cli } = messagesIn(language);
  const page = manPage(cli, '1.2.3', '2024-05-20');

  it('has every command with its options', () => {
    const parts = page.split('\n.SS ');
    const names = COMMANDS.map(({ name }) => `"${name.replaceAll('-', '\\-')}"`);
    expect(parts.slice(1).map((part) => part.split('\n')[0])).toEqual(names);
    COMMANDS.forEach(({ options }, index) => {
      const flags = options.map(({ flags }) => (/--[a-z-]+/.exec(flags)?.[0] ?? '').replaceAll('-', '\\-'));
      for (const flag of flags) expect(parts[index + 1]).toContain(`\\fB${flag}\\fR`);
    });
  });

  it('begins with its title, and every request is one of man(7)', () => {
    expect(page.split('\n')[0]).toMatch(/^\.TH SIZHENG 1 "2024-05-20" "sizheng 1\.2\.3" "[^"]+"$/);
    const requests = page.match(/^[.'].*/gm) ?? [];
    expect([...new Set(requests.map((line) => line.split(' ')[0]))].sort()).toEqual([
      '.PP',
      '.SH',
      '.SS',
      '.TH',
      '.TP',
      '.ad',
      '.br',
      '.nh',
    ]);
  });

  it('its examples are understood', () => {
    for (const { command } of cli.man.examples)
      expect(() => parseCommandLine(command.split(' ').slice(1), cli, 80)).not.toThrow();
  });

  it.skipIf(!isThere('groff'))('groff has no warning, and breaks Chinese lines', () => {
    const { status, stdout, stderr } = spawnSync('groff', ['-ww', '-k', '-man', '-Tutf8', '-rLL=78n', '-P-cbou'], {
      input: page,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.filter((line) => displayWidth(line) > 78)).toEqual([]);
    expect(lines.filter((line) => /^\s*[，。；：、）」]/u.test(line))).toEqual([]);
  });

  it.skipIf(spawnSync('mandoc', ['-Tlint'], { input: '' }).error !== undefined)('mandoc has no warning', () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint', '-Wwarning'], { input: page, encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});

it('text is text: no line of it becomes a request, no character something typographic', () => {
  const { cli } = messagesIn('en');
  const hostile = '.so /etc/passwd \'it`s\' ^~ \\n(.x -x "q"';
  const { man, commands } = cli;
  const page = manPage(
    { ...cli, commands: { ...commands, init: hostile }, man: { ...man, manual: hostile, description: ["'ig"] } },
    '1.2.3',
    '2024-05-20',
  );
  expect(page).toContain(String.raw`\&.so /etc/passwd \(aqit\(gas\(aq \(ha\(ti \en(.x \-x "q"`);
  expect(page).toContain(String.raw`".so /etc/passwd \(aqit\(gas\(aq \(ha\(ti \en(.x \-x \(dqq\(dq"`);
  expect(page).toContain('\n\\(aqig\n');
});
