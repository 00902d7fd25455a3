/** Which bytes of an archive are spoken for: every one belongs to one entry, to the directory or to an end record. */
import type { ZipEntry } from './central-directory.ts';
import type { FaultLog } from './fault-log.ts';
import { LOCAL_BYTES } from './records.ts';

const LOCAL_OFFSET = 'relative offset of local header';

/** Entries are told in the order of their offsets. */
export class Coverage {
  readonly #directoryOffset: number;
  readonly #fileBytes: number;
  readonly #faults: FaultLog;
  /** Everything before it is spoken for. */
  #end = 0;
  /** Where the last entry ends is known, so that what comes after it can be told to be a gap. */
  #known = true;

  constructor(directoryOffset: number, fileBytes: number, faults: FaultLog) {
    this.#directoryOffset = directoryOffset;
    this.#fileBytes = fileBytes;
    this.#faults = faults;
  }

  /** False when the entry lies over the one before, or outside: then it is not to be read. */
  begin({ offset, name: path, nameBytes, compressedBytes }: ZipEntry): boolean {
    const headerEnd = offset + LOCAL_BYTES + nameBytes;
    if (offset < 0) {
      this.#faults.add('out-of-bounds', 0, { field: LOCAL_OFFSET, path, bytes: -offset });
      return false;
    }
    if (!this.#fits(headerEnd, offset, LOCAL_OFFSET, path)) return false;
    if (offset < this.#end) {
      this.#faults.add('overlap', offset, { path, bytes: this.#end - offset });
      const end = headerEnd + compressedBytes;
      if (end <= this.#directoryOffset) this.#end = Math.max(this.#end, end);
      return false;
    }
    if (this.#known) this.#gapTo(offset);
    this.#end = offset;
    this.#known = false;
    return true;
  }

  /** Takes the entry's data, which begin at `dataOffset`; false when there is no room for them. */
  holds({ offset, name: path, compressedBytes }: ZipEntry, dataOffset: number): boolean {
    const end = dataOffset + compressedBytes;
    if (!this.#fits(end, offset, 'compressed size', path)) return false;
    this.#end = end;
    this.#known = true;
    return true;
  }

  /** What follows the data. */
  extend(bytes: number): void {
    this.#end += bytes;
  }

  finish(): void {
    if (this.#known) this.#gapTo(this.#directoryOffset);
  }

  #gapTo(offset: number): void {
    const bytes = offset - this.#end;
    if (bytes > 0) this.#faults.add(this.#end === 0 ? 'leading-data' : 'gap', this.#end, { bytes });
  }

  #fits(end: number, offset: number, field: string, path: string): boolean {
    if (end <= this.#directoryOffset) return true;
    const bytes = end - this.#directoryOffset;
    this.#faults.add(end > this.#fileBytes ? 'out-of-bounds' : 'overlap', offset, { field, path, bytes });
    return false;
  }
}
