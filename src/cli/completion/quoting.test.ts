/** Descriptions that a shell could stumble over come through as they are, and nothing in them is run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { completionsIn, HOSTILE, hostileCompletions } from './completions-for-tests.ts';
import { fishCompletion } from './fish.ts';
import { powershellCompletion } from './powershell.ts';
import { zshCompletion } from './zsh.ts';

const isThere = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

describe.skipIf(!isThere('zsh'))('zsh', () => {
  it('is taken without complaint', () => {
    for (const completions of [completionsIn('zh-CN'), hostileCompletions()])
      expect(spawnSync('zsh', ['-nf', '-c', zshCompletion(completions)])).toMatchObject({ status: 0, signal: null });
  });

  it('a description is one word of the script, brackets and colons escaped', () => {
    const [line = ''] = zshCompletion(hostileCompletions())
      .split('\n')
      .filter((one) => one.includes('--lang='));
    const word = execFileSync('zsh', ['-fc', `print -rl -- ${line}`], { encoding: 'utf8' });
    const escaped = HOSTILE.replace(/[\\[\]:]/g, '\\$&');
    expect(word).toBe(`--lang=[${escaped}]:lang:(zh-CN en)\n`);
  });
});

describe.skipIf(!isThere('fish'))('fish', () => {
  const offered = (script: string, line: string) =>
    execFileSync('fish', ['--no-config', '-c', `${script}\ncomplete -C ${JSON.stringify(line)}`], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);

  it.each([
    ['sizheng val', [`validate\t${HOSTILE}`]],
    ['sizheng --la', [`--lang\t${HOSTILE}`]],
    ['sizheng validate --scope p', [`province\t${HOSTILE}`]],
    ['sizheng --lang en init --scope=p', [`--scope=province\t${HOSTILE}`]],
    ['sizheng rules video/s', ['video/size']],
    ['sizheng spec show moe', ['moe-2022']],
    ['sizheng validate --jobs ', []],
    ['sizheng validate --reporter te', [`terminal\t${HOSTILE}`, `terminal=\t${HOSTILE}`]],
  ])('%s', (line, expected) => {
    expect(offered(fishCompletion(hostileCompletions()), line)).toEqual(expected);
  });
});

describe('PowerShell', () => {
  const script = powershellCompletion(hostileCompletions());
  /** Strings in single quotes, with what they stand for. */
  const strings = [...script.matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] as string).replaceAll("''", "'"));

  it('is ASCII, whatever the language', () => {
    for (const completions of [completionsIn('zh-CN'), hostileCompletions()])
      expect(powershellCompletion(completions)).toMatch(/^[\n\x20-\x7E]+$/);
  });

  it('a description is what [regex]::Unescape makes of its string', () => {
    const described = strings.filter((text) => text.includes('quoted'));
    expect(described.length).toBeGreaterThan(50);
    const unescaped = new Set(
      described.map((text) =>
        text.replace(/\\(u[0-9a-f]{4}|.)/g, (_, code: string) =>
          code.startsWith('u') ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code,
        ),
      ),
    );
    expect([...unescaped]).toEqual([HOSTILE]);
  });

  it('brackets of all kinds are in pairs, outside of strings', () => {
    const code = script.replace(/'(?:[^']|'')*'/g, '').replace(/#.*/g, '');
    const open: string[] = [];
    for (const bracket of code.replace(/[^()[\]{}]/g, '')) {
      const partner = { ')': '(', ']': '[', '}': '{' }[bracket];
      if (partner === undefined) open.push(bracket);
      else expect(open.pop()).toBe(partner);
    }
    expect(open).toEqual([]);
  });
});
