/** Numbers as people read them, the same in every language and every locale. */

/** `14:42`, `1:02:03`: whole seconds, as players count them. With `exact`, tenths where there are any: `15:00.4`. */
export function formatDuration(durationMs: number, exact = false): string {
  const tenths = exact ? Math.round(Math.abs(durationMs) / 100) : Math.floor(Math.abs(durationMs) / 1000) * 10;
  const totalSeconds = Math.floor(tenths / 10);
  const [hours, minutes, seconds] = [
    Math.floor(totalSeconds / 3600),
    Math.floor(totalSeconds / 60) % 60,
    totalSeconds % 60,
  ];
  const clock = hours > 0 ? `${hours}:${pad2(minutes)}:${pad2(seconds)}` : `${pad2(minutes)}:${pad2(seconds)}`;
  return `${durationMs < 0 ? '-' : ''}${clock}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** `1.2 GiB`, `90.1 KiB`, `512 B`; a whole number of units has no decimals (`1 GiB`). */
export function formatSize(sizeBytes: number): string {
  // What was meant in powers of ten is said in them: `600 MB`.
  if (sizeBytes >= 1e6 && sizeBytes % 1e6 === 0)
    return sizeBytes % 1e9 === 0 ? `${sizeBytes / 1e9} GB` : `${sizeBytes / 1e6} MB`;
  let unit = 0;
  let value = sizeBytes;
  while (value >= 1024 && unit < BINARY_UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${trimDecimals(value, value < 10 ? 2 : 1)} ${BINARY_UNITS[unit]}`;
}

/** `8 Mbit/s`, `96 kbit/s`. */
export function formatBitRate(bitsPerSecond: number): string {
  if (bitsPerSecond >= 1e6) return `${trimDecimals(bitsPerSecond / 1e6, 2)} Mbit/s`;
  return `${trimDecimals(bitsPerSecond / 1e3, 1)} kbit/s`;
}

/** `1200`, `29.97`: at most `digits` decimals, none where they are zero. */
export function trimDecimals(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** The first twelve digits of a digest, in groups that can be read out: `9F3A-71C0-5B2E`. */
export function formatDigest(hex: string): string {
  return (
    hex
      .slice(0, 12)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-');
}

export function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
