/** One line on stderr that says what is being read. */
import type { Progress } from '../app/measure-files.ts';
import { truncateTo } from '../util/display-width.ts';
import { safeText } from '../util/safe-text.ts';
import type { CliContext } from './context.ts';

export const REDRAW_MS = 100;
export const CLEAR_LINE = '\r\u001B[2K';

export interface ProgressLine<P = Progress> {
  update(progress: P): void;
  clear(): void;
}

export function startProgress({ showsProgress, messages, width, writeError }: CliContext): ProgressLine {
  if (!showsProgress) return { update: () => undefined, clear: () => undefined };
  const startedMs = Date.now();
  let drawnMs = 0;
  return {
    update({ done, total, path }) {
      const nowMs = Date.now();
      if (nowMs - drawnMs < REDRAW_MS) return;
      drawnMs = nowMs;
      const seconds = Math.round((nowMs - startedMs) / 1000);
      writeError(CLEAR_LINE + truncateTo(messages.cli.progress(done, total, seconds, safeText(path)), width - 1));
    },
    clear: () => {
      if (drawnMs > 0) writeError(CLEAR_LINE);
    },
  };
}
