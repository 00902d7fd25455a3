/** Completion for zsh, as a file `_sizheng` on `$fpath` or sourced after `compinit`. */
import type { Candidates } from './candidates.ts';
import type { CompletedArgument, CompletedCommand, CompletedOption, Completions } from './completions.ts';
import { indent } from './lines.ts';

export function zshCompletion({ version, commands, options }: Completions): string {
  return `#compdef sizheng
# sizheng ${version}, completion for zsh: source <(sizheng completion zsh)

_sizheng_values_or_files() {
  _alternative "values:value:($*)" 'files:file:_files'
}

# A word, or a word, = and a file.
_sizheng_assignments() {
  if compset -P '*='; then _files; else compadd -S '' -- "$@"; fi
}

_sizheng() {
  local curcontext=$curcontext context state state_descr line ret=1
  typeset -A opt_args
  local -a commands options
  commands=(
${indent(
  4,
  commands.map(({ name, description }) => quote(`${name}:${description}`)),
)}
  )
  options=(
${indent(4, options.flatMap(optionLines))}
  )

  _arguments -C "$options[@]" '1:command:->command' '*::argument:->arguments' && ret=0
  case $state in
    command) _describe -t commands command commands && ret=0 ;;
    arguments)
      curcontext=\${curcontext%:*:*}:sizheng-$line[1]:
      case $line[1] in
${indent(8, commands.flatMap(commandLines))}
      esac
      ;;
  esac
  return ret
}

if [[ $funcstack[1] == _sizheng ]]; then
  _sizheng "$@"
else
  compdef _sizheng sizheng
fi
`;
}

function commandLines({ name, options, arguments: places }: CompletedCommand): string[] {
  const words = ['_arguments "$options[@]"', ...options.flatMap(optionLines), ...places.map(argumentLine)];
  return [`${name})`, ...`${words.join(' \\\n  ')} && ret=0`.split('\n').map((line) => `  ${line}`), '  ;;'];
}

/** One for each name; who typed one is not offered the other. */
function optionLines({ names, description, value, repeatable }: CompletedOption): string[] {
  const exclusive = repeatable ? '*' : alone(names) ? '(- *)' : names.length > 1 ? `(${names.join(' ')})` : '';
  return names.map((name) => {
    const wants = value === null ? '' : name.startsWith('--') ? '=' : '+';
    const place = value === null ? '' : `:${escapeSpec(value.place)}:${actionOf(value)}`;
    return quote(`${exclusive}${name}${wants}[${escapeSpec(description)}]${place}`);
  });
}

/** Beside these nothing else makes sense. */
function alone(names: readonly string[]): boolean {
  return names.includes('--help') || names.includes('--version');
}

function argumentLine(argument: CompletedArgument): string {
  const head = argument.variadic ? '*:' : argument.required ? ':' : '::';
  return quote(`${head}${escapeSpec(argument.place)}:${actionOf(argument)}`);
}

function actionOf({ words, paths, assigns }: Candidates): string {
  if (assigns) return `{_sizheng_assignments ${words.join(' ')}}`;
  if (words.length > 0)
    return paths === null ? `(${words.join(' ')})` : `{_sizheng_values_or_files ${words.join(' ')}}`;
  if (paths === null) return ' ';
  return paths === 'folders' ? '_files -/' : '_files';
}

/** What `_arguments` reads as the end of a part. */
function escapeSpec(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
