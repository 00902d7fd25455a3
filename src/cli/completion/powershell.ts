/**
 * Completion for Windows PowerShell 5.1 and PowerShell 7. The script is ASCII: Windows PowerShell reads what a program prints
 * in the console's own encoding, so that every other character stands as `\uXXXX` until it is shown.
 */
import type { Candidates } from './candidates.ts';
import type { CompletedCommand, CompletedOption, Completions } from './completions.ts';
import { indent } from './lines.ts';

export function powershellCompletion({ version, commands, options }: Completions): string {
  const optionsByCommand = [{ name: '', options }, ...commands].filter((one) => one.options.length > 0);
  return `# sizheng ${version}, completion for PowerShell: sizheng completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'sizheng', 'sizheng.cmd', 'sizheng.ps1' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commands = @(
${indent(8, commands.map(commandRow))}
    )
    # By command, '' for all; $null for what takes none.
    $options = @(
${indent(
  8,
  optionsByCommand.flatMap(({ name, options }) => options.flatMap((option) => optionRows(name, option))),
)}
    )
    $arguments = @{
${indent(8, commands.flatMap(argumentRows))}
    }

${BODY}}
`;
}

function commandRow({ name, description }: CompletedCommand): string {
  return `@{ name = ${quote(name)}; text = ${quote(escapeUnicode(description))} }`;
}

function optionRows(command: string, { names, description, value }: CompletedOption): string[] {
  const offers = value === null ? '$null' : quote(wordsOf(value));
  return names.map(
    (name) =>
      `@{ command = ${quote(command)}; name = ${quote(name)}; offers = ${offers}; text = ${quote(escapeUnicode(description))} }`,
  );
}

function argumentRows({ name, arguments: places }: CompletedCommand): string[] {
  return places
    .map((argument, index) => ({ number: index + 1, words: wordsOf(argument) }))
    .filter(({ words }) => words !== '')
    .map(({ number, words }) => `${quote(`${name} ${number}`)} = ${quote(words)}`);
}

/** Files and folders are PowerShell's own business: it offers them where a completer has nothing to offer. */
function wordsOf({ words }: Candidates): string {
  return words.join(' ');
}

const BODY = `    $command = ''
    $place = 1
    $option = $null
    $before = $commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition }
    foreach ($element in $before) {
        $word = $element.Extent.Text
        if ($option) {
            $option = $null
        } elseif ($word -notlike '-*') {
            if ($command) { $place += 1 } else { $command = $word }
        } else {
            $option = $options | Where-Object { $_.name -ceq $word -and $null -ne $_.offers } | Select-Object -First 1
        }
    }

    $own = $options | Where-Object { $_.command -eq '' -or $_.command -ceq $command }
    $prefix = ''
    $typed = $wordToComplete
    if ($option) {
        $option = $own | Where-Object { $_.name -ceq $option.name } | Select-Object -First 1
    } elseif ($typed -match '^(--[a-z-]+)=(.*)$') {
        $prefix = $Matches[1] + '='
        $typed = $Matches[2]
        $option = $own | Where-Object { ($_.name + '=') -ceq $prefix } | Select-Object -First 1
    }

    if ($option) {
        $found = -split $option.offers | ForEach-Object { @{ name = $_; text = $_ } }
    } elseif ($prefix) {
        $found = @()
    } elseif ($typed -like '-*') {
        $found = $own
    } elseif (-not $command) {
        $found = $commands
    } else {
        $found = -split $arguments["$command $place"] | ForEach-Object { @{ name = $_; text = $_ } }
    }

    $found | Where-Object { $_.name -and $_.name.StartsWith($typed, [StringComparison]::Ordinal) } | ForEach-Object {
        $text = [regex]::Unescape($_.text)
        [System.Management.Automation.CompletionResult]::new($prefix + $_.name, $_.name, 'ParameterValue', $text)
    }
`;

/** For `[regex]::Unescape`. */
function escapeUnicode(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/[^\x20-\x7E]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
