/** `completion` and `man`: what the built program prints. */
import { afterAll, describe, expect, it } from 'vitest';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import { SHELLS } from './completion/shells.ts';
import { Room } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

describe.concurrent('completion', () => {
  it.each(SHELLS)('%s: with all rules, specs and commands', async (shell) => {
    const { code, stdout, stderr } = await room.run(['completion', shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(CATALOGUE.map(({ id }) => id).join(' '));
    expect(stdout).toContain('moe-2022');
  });

  it('in the language asked for', async () => {
    const { stdout } = await room.run(['completion', 'zsh', '--lang', 'en']);
    expect(stdout).toContain(`'validate:${messagesIn('en').cli.commands.validate}'`);
  });

  it('of a shell there is none for: exit 2, with those there are', async () => {
    const { code, stdout, stderr } = await room.run(['completion', 'tcsh']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('bash, zsh, fish, powershell');
  });
});

describe.concurrent('man', () => {
  it('dated by SOURCE_DATE_EPOCH', async () => {
    const { code, stdout, stderr } = await room.run(['man', '--lang', 'en'], { SOURCE_DATE_EPOCH: '1716163200' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\.TH SIZHENG 1 "2024-05-20" "sizheng [^"]+" "sizheng manual"\n/);
  });
});
