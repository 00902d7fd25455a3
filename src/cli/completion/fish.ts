/** Completion for fish, 3.1 and later. */
import type { Candidates } from './candidates.ts';
import type { CompletedCommand, CompletedOption, Completions } from './completions.ts';

export function fishCompletion({ version, commands, options }: Completions): string {
  const takers = [...options, ...commands.flatMap((command) => command.options)].filter(({ value }) => value !== null);
  const names = [...new Set(takers.flatMap((option) => option.names))];
  return `# sizheng ${version}, completion for fish: sizheng completion fish | source

${FUNCTIONS.replace('TAKERS', names.join(' '))}
complete -c sizheng -e
complete -c sizheng -f
${[
  ...options.map((option) => optionLine(null, option)),
  ...commands.map(commandLine),
  ...commands.flatMap((command) => [
    ...command.options.map((option) => optionLine(command.name, option)),
    ...argumentLines(command),
  ]),
].join('\n')}
`;
}

const FUNCTIONS = `# Whether the line is about this command ('' before there is one), and the word to complete its argument of this number.
function __sizheng_at --argument-names command place
    set -l words (commandline -opc)
    set -e words[1]
    set -l found
    set -l is_value no
    for word in $words
        if test $is_value = yes
            set is_value no
            continue
        end
        switch $word
            case TAKERS
                set is_value yes
            case '-*'
            case '*'
                set -a found $word
        end
    end
    test "$found[1]" = "$command"; or return 1
    test -z "$place"; or test (count $found) -eq $place
end

# Words, or behind a word and = files.
function __sizheng_assign
    set -l typed (commandline -ct | string replace -r '^--[a-z-]+=' '')
    if not string match -q '*=*' -- $typed
        printf '%s=\\n' $argv
        printf '%s\\n' $argv
        return
    end
    set -l name (string replace -r '=.*' '' -- $typed)
    __fish_complete_path (string replace -r '^[^=]*=' '' -- $typed) | string replace -r '^' "$name="
end
`;

function commandLine({ name, description }: Pick<CompletedCommand, 'name' | 'description'>): string {
  return line('__sizheng_at ""', `-a ${name} -d ${quote(description)}`);
}

function optionLine(command: string | null, { names, description, value }: CompletedOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const values = value === null ? [] : [valueWords(value)];
  return line(
    command === null ? null : `__sizheng_at ${command}`,
    [...flags, ...values, '-d', quote(description)].join(' '),
  );
}

function argumentLines({ name, arguments: places }: CompletedCommand): string[] {
  return places.map((argument, index) =>
    line(`__sizheng_at ${name}${argument.variadic ? '' : ` ${index + 1}`}`, argumentWords(argument)),
  );
}

/** `-x` wants a value and offers no file, `-r -F` wants one and offers files. */
function valueWords(candidates: Candidates): string {
  return candidates.paths === 'files' ? `-r ${argumentWords(candidates)}` : `-x ${argumentWords(candidates)}`.trimEnd();
}

function argumentWords({ words, paths, assigns }: Candidates): string {
  if (assigns) return `-a '(__sizheng_assign ${words.join(' ')})'`;
  if (paths === 'folders') return "-a '(__fish_complete_directories)'";
  const listed = words.length > 0 ? [`-a '${words.join(' ')}'`] : [];
  return [...(paths === 'files' ? ['-F'] : []), ...listed].join(' ');
}

function line(condition: string | null, rest: string): string {
  return `complete -c sizheng${condition === null ? '' : ` -n '${condition}'`} ${rest}`.trimEnd();
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
