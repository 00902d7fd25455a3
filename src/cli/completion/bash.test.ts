/** The script in a real bash: what is offered for a line, and what is left to readline. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bashCompletion } from './bash.ts';
import { completionsIn } from './completions-for-tests.ts';

const hasBash = process.platform !== 'win32' && spawnSync('bash', ['-c', 'complete -p']).status === 0;
const completions = completionsIn('en');
const script = bashCompletion(completions);

/** Prints what `compopt` was told, then what is offered. */
const DRIVER = `
set -u
compopt() { echo "compopt $*"; }
COMP_LINE=$1 COMP_WORDBREAKS=$2; shift 2
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_sizheng
printf '%s\\n' \${COMPREPLY[@]+"\${COMPREPLY[@]}"}
`;

/** As bash breaks a line into words, the cursor at its end. */
function wordsOf(line: string): string[] {
  const words = line.split(/(?<!\\)\s+/).flatMap((word) => (word === '' ? [] : word.split(/([=:]+)/).filter(Boolean)));
  return line.endsWith(' ') ? [...words, ''] : words;
}

function offered(line: string, breaks = ' =:'): string[] {
  const args = ['--norc', '--noprofile', '-c', script + DRIVER, 'bash', line, breaks, ...wordsOf(line)];
  return execFileSync('bash', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
}

/** Nothing is offered, and readline goes on to offer files. */
const FILES: string[] = [];
const FOLDERS = ['compopt +o bashdefault +o default -o dirnames'];
const NOTHING = ['compopt +o bashdefault +o default'];
const words = (...list: string[]) => [...list, ...NOTHING].sort();

describe.skipIf(!hasBash)('bash', () => {
  it('is taken without complaint, and bound to the program', () => {
    const bound = execFileSync('bash', ['--norc', '-euc', `${script}\ncomplete -p sizheng`], { encoding: 'utf8' });
    expect(bound).toBe('complete -o bashdefault -o default -F _sizheng sizheng\n');
  });

  it.each([
    ['', completions.commands.map(({ name }) => name)],
    ['val', ['validate']],
    ['--la', ['--lang']],
    ['--lang ', words('zh-CN', 'en')],
    ['--lang en s', ['spec', 'status', 'summary']],
    ['--no-color pa', ['pack']],
    ['validate ', FILES],
    ['validate 示范\\ 省', FILES],
    ['pack ', FOLDERS],
    ['pack . ', NOTHING],
    ['validate --sco', ['--scope']],
    ['validate --scope ', words('province', 'institution')],
    ['validate --scope=p', words('province')],
    ['validate --scope=province --sco', []],
    ['validate --only a --on', ['--only']],
    ['validate --jobs ', NOTHING],
    ['validate --jobs 2 ', FILES],
    ['validate --at 2027-06-09T22:58 --str', ['--strict']],
    ['validate --at 2027-06-09T22:58 ', FILES],
    ['validate --cache-dir ', FOLDERS],
    ['validate --lang e', words('en')],
    ['validate --spec moe', ['moe-2022']],
    ['validate --spec ./', FILES],
    ['validate --reporter te', ['compopt +o bashdefault +o default', 'compopt -o nospace', 'terminal']],
    ['validate --reporter h', ['compopt +o bashdefault +o default', 'compopt -o nospace', 'html']],
    ['verify --reporter h', ['compopt +o bashdefault +o default', 'compopt -o nospace']],
    ['validate --reporter json=re', FILES],
    ['validate --reporter=json=re', FILES],
    ['validate . -- --sc', NOTHING],
    ['verify a.zip b.zip ', FILES],
    ['verify --receipt ', FILES],
    ['rules video/', words('video/duration', 'video/size')],
    ['rules video/size ', NOTHING],
    ['spec ', ['check', 'micro-video-2023', 'moe-2022', 'schema', 'show']],
    ['spec show mo', ['moe-2022']],
    ['help pr', words('probe')],
    ['completion ', words('bash', 'zsh', 'fish', 'powershell')],
    ['nonsense ', NOTHING],
    ['nonsense --x', []],
  ])('sizheng %s', (line, expected) => {
    expect(offered(`sizheng ${line}`).sort()).toEqual([...expected].sort());
  });

  it('where = breaks no words, the whole word is offered', () => {
    expect(offered('sizheng validate --scope=p', ' ')).toContain('--scope=province');
  });
});
