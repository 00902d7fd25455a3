/** Lines of a script. */

export function indent(columns: number, lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line)).join('\n');
}
