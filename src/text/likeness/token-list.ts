/** Tokens, and where they stand in what was read if that is asked for. Room is kept when the list is emptied. */
export class TokenList {
  values = new Int32Array(1 << 12);
  /** For each token its first UTF-16 unit, and the first after it. */
  places: Int32Array<ArrayBuffer> | null;
  length = 0;

  constructor({ withPlaces = false } = {}) {
    this.places = withPlaces ? new Int32Array(2 * this.values.length) : null;
  }

  add(token: number, start: number, end: number): void {
    this.reserve(1);
    this.values[this.length] = token;
    if (this.places !== null) {
      this.places[2 * this.length] = start;
      this.places[2 * this.length + 1] = end;
    }
    this.length += 1;
  }

  startOf(token: number): number {
    return this.places?.[2 * token] ?? 0;
  }

  endOf(token: number): number {
    return this.places?.[2 * token + 1] ?? 0;
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    if (this.length + count <= this.values.length) return;
    const room = 2 * (this.length + count);
    this.values = enlarged(this.values, room);
    if (this.places !== null) this.places = enlarged(this.places, 2 * room);
  }
}

function enlarged(values: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room);
  larger.set(values);
  return larger;
}
