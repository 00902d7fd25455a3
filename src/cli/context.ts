/** What a command gets to work with. The only place that knows the process. */
import type { Writable } from 'node:stream';
import type { Language } from '../i18n/catalogue.ts';
import { loadMessages, type Messages, type Part } from '../i18n/messages.ts';
import type { Style } from '../report/style.ts';

/** With the words of the command line, and of the parts that a command asked for. */
export interface CliContext<P extends Part = never> {
  readonly language: Language;
  readonly messages: Pick<Messages, 'cli'> & Pick<Messages, P>;
  /** For results on stdout; plain where that is no terminal. */
  readonly style: Style;
  readonly env: NodeJS.ProcessEnv;
  /** Columns to write within. */
  readonly width: number;
  /** Both ends are a person: questions may be asked. */
  readonly interactive: boolean;
  /** stderr is a terminal: progress may be drawn. */
  readonly showsProgress: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Standard output for bytes; `null` where it is a terminal. */
  readonly pipe: Writable | null;
  /** Results, whole; resolves once they are handed on. */
  write(text: string): Promise<void>;
  /** Everything that is no result. */
  writeError(text: string): void;
}

/** The same with the words that a command speaks with. */
export async function withWords<P extends Part>(context: CliContext, ...parts: P[]): Promise<CliContext<P>> {
  const words = await loadMessages(context.language, ...parts);
  return { ...context, messages: { ...context.messages, ...words } };
}
