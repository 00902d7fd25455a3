/** A bar on stderr while a package is written and read back: bytes, rate, time left. */
import type { PackProgress } from '../app/prepare-pack.ts';
import { truncateTo } from '../util/display-width.ts';
import { formatDuration, formatSize } from '../util/format.ts';
import type { CliContext } from './context.ts';
import { CLEAR_LINE, type ProgressLine, REDRAW_MS } from './progress.ts';

const BAR_COLUMNS = 24;

export function startPackProgress({
  showsProgress,
  messages: { pack },
  width,
  writeError,
}: CliContext<'pack'>): ProgressLine<PackProgress> {
  if (!showsProgress) return { update: () => undefined, clear: () => undefined };
  let stage: PackProgress['stage'] | null = null;
  let startedMs = 0;
  let drawnMs = 0;
  const show = (text: string) => writeError(CLEAR_LINE + truncateTo(text, width - 1));
  return {
    update(progress) {
      const nowMs = Date.now();
      if (progress.stage !== stage) startedMs = nowMs;
      else if (nowMs - drawnMs < REDRAW_MS) return;
      stage = progress.stage;
      drawnMs = nowMs;
      if (stage === 'flush') return show(pack.flushing);
      const { bar, done, total, rate, left } = measure(progress, nowMs - startedMs);
      show((stage === 'write' ? pack.writing : pack.reading)(bar, done, total, rate, left));
    },
    clear: () => {
      if (drawnMs > 0) writeError(CLEAR_LINE);
    },
  };
}

function measure({ doneBytes, totalBytes }: PackProgress, elapsedMs: number) {
  const part = totalBytes === 0 ? 1 : doneBytes / totalBytes;
  const bytesPerSecond = (doneBytes / Math.max(1, elapsedMs)) * 1000;
  const leftMs = ((totalBytes - doneBytes) / Math.max(1, bytesPerSecond)) * 1000;
  return {
    bar: '#'.repeat(Math.floor(part * BAR_COLUMNS)).padEnd(BAR_COLUMNS, '-'),
    done: formatSize(doneBytes),
    total: formatSize(totalBytes),
    rate: `${formatSize(Math.round(bytesPerSecond))}/s`,
    left: doneBytes === 0 ? '--:--' : formatDuration(Math.ceil(leftMs / 1000) * 1000),
  };
}
