/** Sizes, durations and rates as people write them in a file. Each parser gives `null` for what it cannot read. */

const SIZE_UNITS: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

/** `1GiB`, `600 MB`, `1048576`: bytes. `MB` is 10⁶, `MiB` is 2²⁰ (IEC 80000-13). */
export function parseSize(text: string): number | null {
  return parseWithUnit(text, SIZE_UNITS, 'b');
}

const RATE_UNITS: Readonly<Record<string, number>> = {
  bps: 1,
  kbps: 1e3,
  mbps: 1e6,
  'bit/s': 1,
  'kbit/s': 1e3,
  'mbit/s': 1e6,
};

/** `8Mbps`, `128 kbit/s`, `64000`: bits a second. */
export function parseBitRate(text: string): number | null {
  return parseWithUnit(text, RATE_UNITS, 'bps');
}

function parseWithUnit(text: string, units: Readonly<Record<string, number>>, plain: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z/]*)\s*$/i.exec(text);
  if (!match) return null;
  const factor = units[match[2]?.toLowerCase() || plain];
  const value = Math.round(Number(match[1]) * (factor ?? Number.NaN));
  return Number.isSafeInteger(value) ? value : null;
}

/** `15m`, `15:00`, `1:02:03`, `90s`, `1h30m`: milliseconds. A bare number has no unit and is refused. */
export function parseDuration(text: string): number | null {
  const clock = /^\s*(?:(\d{1,3}):(?=[0-5]?\d:))?(\d{1,3}):([0-5]\d)(?:\.(\d{1,3}))?\s*$/.exec(text);
  if (clock) {
    const [, hours = '0', minutes, seconds, fraction = ''] = clock;
    return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
  }
  const parts = /^\s*(?:(\d{1,6}(?:\.\d+)?)h)?\s*(?:(\d{1,6}(?:\.\d+)?)m)?\s*(?:(\d{1,6}(?:\.\d+)?)s)?\s*$/i.exec(text);
  if (!parts || text.trim() === '') return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}

/** `1920x1080`, with `×` or `*` as well: pixels. */
export function parseResolution(text: string): { width: number; height: number } | null {
  const match = /^\s*([1-9]\d{0,4})\s*[x×*]\s*([1-9]\d{0,4})\s*$/i.exec(text);
  return match ? { width: Number(match[1]), height: Number(match[2]) } : null;
}
