/** A part of a whole, as SVG takes it: `31.84%`. Pictures stretch with the page, and what is drawn in them does not. */
export function share(part: number, whole: number): string {
  return `${Math.round((part / Math.max(1, whole)) * 10_000) / 100}%`;
}
