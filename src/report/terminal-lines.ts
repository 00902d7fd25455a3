/** What the screens over findings share: tags, indents, sections. */
import type { Finding } from '../model/report.ts';
import type { TerminalOptions } from './terminal-options.ts';

export function tagOf({ severity, waived, blocking }: Finding, { screen, style }: TerminalOptions): string {
  if (waived !== undefined) return style.dim(`[${screen.waivedTag}]`);
  const tag = `[${screen.severity[blocking ? 'error' : severity]}]`;
  if (blocking) return style.error(tag);
  return severity === 'warning' ? style.warning(tag) : style.dim(tag);
}

export function indent(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((line, index) => (index === 0 ? first : rest) + line);
}

/** Sections with a blank line between; those without a line are left out. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}
