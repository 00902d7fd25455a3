/** When a track is heard or seen (`elst`, ISO/IEC 14496-12 8.6.6). */
import { i32, i64, u8, u32, u64 } from './fields.ts';

export interface Edits {
  /** Time before the track begins: leading empty edits. */
  readonly delayMs: number;
  /** Time that is presented, without the delay. */
  readonly presentedMs: number;
}

interface Edit {
  /** Ticks of the movie's clock. */
  readonly duration: number;
  /** Ticks of the media's clock; -1 is an empty edit. */
  readonly mediaTime: number;
}

/** A real list has one to three entries; a cutting room's reference movie has hundreds. */
const MAX_EDITS = 10_000;

/** Media times count from the first picture that is shown, which reordering puts some frames late: that much is no cut. */
const COMPOSITION_MS = 2000;

/**
 * @param mediaMs how long the media itself lasts
 * An edit never presents more than the media holds (an index that lies does not lengthen a lesson), and a duration of 0 presents all
 * of it, as fragmented files write.
 */
export function applyEdits(
  elst: Buffer | null,
  mediaMs: number,
  movieTimescale: number,
  mediaTimescale: number,
): Edits {
  const edits = elst === null || movieTimescale === 0 ? [] : readEdits(elst);
  const first = edits.findIndex((edit) => edit.mediaTime !== -1);
  if (first === -1) return { delayMs: 0, presentedMs: mediaMs };
  const toMs = (ticks: number) => (ticks * 1000) / movieTimescale;
  const delayMs = edits.slice(0, first).reduce((sum, edit) => sum + toMs(edit.duration), 0);
  const presentedMs = edits.slice(first).reduce((sum, { duration, mediaTime }) => {
    // An edit begins where it says in the media, and ends where the media does.
    const fromMs = mediaTime > 0 && mediaTimescale > 0 ? (mediaTime * 1000) / mediaTimescale : 0;
    const leftMs = Math.max(0, mediaMs - (fromMs > COMPOSITION_MS ? fromMs : 0));
    return sum + (duration === 0 ? leftMs : Math.min(leftMs, toMs(duration)));
  }, 0);
  return { delayMs, presentedMs };
}

function readEdits(elst: Buffer): Edit[] {
  const long = u8(elst, 0) === 1;
  const entryBytes = long ? 20 : 12;
  const count = Math.min(u32(elst, 4), Math.floor((elst.length - 8) / entryBytes), MAX_EDITS);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const at = 8 + index * entryBytes;
    return long
      ? { duration: u64(elst, at), mediaTime: i64(elst, at + 8) }
      : { duration: u32(elst, at), mediaTime: i32(elst, at + 4) };
  });
}
