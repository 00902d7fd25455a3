/** Time lines as their format asks for them. */
import { pad2 } from '../util/format.ts';

export interface CueTimes {
  readonly startMs: number;
  readonly endMs: number;
  readonly settings: string;
}

const POINTS: Readonly<Record<string, string>> = { srt: ',', vtt: '.' };

/** `00:01:02,500 --> 00:01:04,000`. */
export function formatTimeLine({ startMs, endMs, settings }: CueTimes, format: string): string {
  const point = POINTS[format] ?? ',';
  const times = `${formatTime(startMs, point)} --> ${formatTime(endMs, point)}`;
  return settings === '' ? times : `${times} ${settings}`;
}

function formatTime(ms: number, point: string): string {
  const seconds = Math.floor(ms / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(pad2).join(':');
  return `${clock}${point}${String(ms % 1000).padStart(3, '0')}`;
}
