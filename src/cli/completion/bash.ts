/** Completion for bash, 3.2 (macOS) and later, with no package beside it. It shows no descriptions: bash has no place for them. */
import { groupBy } from '../../util/order.ts';
import type { Candidates } from './candidates.ts';
import type { CompletedCommand, CompletedOption, Completions } from './completions.ts';
import { indent } from './lines.ts';

export function bashCompletion(completions: Completions): string {
  const { version, commands } = completions;
  return `# sizheng ${version}, completion for bash: source <(sizheng completion bash)

_sizheng_options() {
  case $1 in
${indent(4, optionRows(completions))}
  esac
}

_sizheng_takes_value() {
  case $1 in
    ${namesOf(completions, ({ value }) => value !== null).join(' | ')}) return 0 ;;
  esac
  return 1
}

_sizheng_may_repeat() {
  case $1 in
    ${namesOf(completions, ({ repeatable }) => repeatable).join(' | ')}) return 0 ;;
  esac
  return 1
}

# What may stand at a place: behind an option of a command, or as its argument of a number.
_sizheng_values() {
  case $1 in
${indent(4, valueRows(completions))}
  esac
}

${FUNCTION.replace('COMMANDS', commands.map(({ name }) => name).join(' '))}`;
}

function optionRows({ commands, options }: Completions): string[] {
  const row = (name: string, own: readonly CompletedOption[]) =>
    `${name}) options='${[...own, ...options].flatMap(({ names }) => names).join(' ')}' ;;`;
  return [row("''", []), ...commands.map((command) => row(command.name, command.options))];
}

/** Of all commands: a name means the same wherever it stands. */
function namesOf({ commands, options }: Completions, isWanted: (option: CompletedOption) => boolean): string[] {
  const all = [...options, ...commands.flatMap((command) => command.options)];
  return [...new Set(all.filter(isWanted).flatMap(({ names }) => names))];
}

function valueRows({ commands, options }: Completions): string[] {
  const places = [
    ...options.flatMap((option) => optionPlaces(null, option)),
    ...commands.flatMap((command) => [
      ...command.options.flatMap((option) => optionPlaces(command.name, option)),
      ...argumentPlaces(command),
    ]),
  ];
  const alike = groupBy(
    places.filter(({ setting }) => setting !== ''),
    ({ setting }) => setting,
  );
  return [...alike].map(([setting, places]) => `${places.map(({ place }) => place).join(' | ')}) ${setting} ;;`);
}

interface Place {
  /** A pattern of `case`. */
  readonly place: string;
  /** Assignments; empty where there is nothing to offer. */
  readonly setting: string;
}

function optionPlaces(command: string | null, { names, value }: CompletedOption): Place[] {
  if (value === null) return [];
  const setting = settingOf(value);
  return names.map((name) => ({ place: command === null ? `*' ${name}'` : `'${command} ${name}'`, setting }));
}

function argumentPlaces({ name, arguments: places }: CompletedCommand): Place[] {
  return places.map((argument, index) => ({
    place: argument.variadic ? `'${name} '[0-9]*` : `'${name} ${index + 1}'`,
    setting: settingOf(argument),
  }));
}

function settingOf({ words, paths, assigns }: Candidates): string {
  return [
    ...(words.length > 0 ? [`words='${words.join(' ')}'`] : []),
    ...(paths === null ? [] : [`paths=${paths}`]),
    ...(assigns ? ['assigns=1'] : []),
  ].join(' ');
}

/** Files are left to readline, which knows best how to quote their names: an empty answer lets it. */
const FUNCTION = `_sizheng_offer() {
  COMPREPLY=($(compgen -P "\${2-}" -W "$1" -- "$current"))
}

_sizheng() {
  local IFS=$' \\t\\n' rest=$COMP_LINE count=0 place=1 i
  local word='' current='' command='' option='' ended='' seen=' ' prefix='' options='' words='' paths='' assigns=''
  local -a line=()
  COMPREPLY=()

  # bash breaks words at = and : as well: what touches on the line is one word.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((count > 0)) && [[ $rest != [[:blank:]]* ]]; then
      line[count - 1]+=$word
    else
      line[count]=$word
      count=$((count + 1))
    fi
    rest=\${rest#*"$word"}
  done
  current=\${line[count - 1]}

  for ((i = 1; i < count - 1; i++)); do
    word=\${line[i]}
    if [[ -n $option ]]; then
      option=
    elif [[ -n $ended || $word != -* ]]; then
      if [[ -z $command ]]; then command=$word; else place=$((place + 1)); fi
    elif [[ $word == -- ]]; then
      ended=1
    else
      seen+="\${word%%=*} "
      ! _sizheng_takes_value "$word" || option=$word
    fi
  done

  if [[ -z $option && -z $ended && $current == -* ]]; then
    if [[ $current != --*=* ]]; then
      _sizheng_options "$command"
      for word in $options; do
        [[ $seen != *" $word "* ]] || _sizheng_may_repeat "$word" || continue
        words+="$word "
      done
      _sizheng_offer "$words"
      return
    fi
    option=\${current%%=*}
    current=\${current#*=}
    [[ $COMP_WORDBREAKS == *=* ]] || prefix=$option=
  elif [[ -z $option && -z $command ]]; then
    _sizheng_offer 'COMMANDS'
    return
  fi

  _sizheng_values "$command \${option:-$place}"
  if [[ -n $assigns ]]; then
    [[ $current != *=* ]] || return
    compopt -o nospace 2> /dev/null
  fi
  _sizheng_offer "$words" "$prefix"
  if [[ $paths == folders ]]; then
    compopt +o bashdefault +o default -o dirnames 2> /dev/null
  elif [[ -z $paths ]]; then
    compopt +o bashdefault +o default 2> /dev/null
  fi
}

complete -o bashdefault -o default -F _sizheng sizheng
`;
