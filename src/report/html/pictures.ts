/** The pictures that a page has room for, and what is to be said of those it does not show. */
import type { HtmlScreen } from '../../i18n/screens-html.ts';
import type { CollectedFrames, Frame, FramesMissing } from '../../model/frame.ts';
import type { HtmlOptions } from './options.ts';

/** Of all pictures together, as they are written: 100 works stay below 15 MB with all that is told of them. */
const MAX_CHARACTERS = 12_000_000;

type Sheets = ReadonlyMap<string, readonly Frame[]>;

/** As many of each video as there is room for, but one at least. */
export function fitPictures(
  { frames, missing }: CollectedFrames,
  { framesMissing: say }: HtmlScreen,
  maxCharacters = MAX_CHARACTERS,
): Pick<HtmlOptions, 'frames' | 'framesMissing'> {
  const all = mapSheets(frames, (sheet) => sheet.filter(isAnother));
  const most = Math.max(1, ...[...all.values()].map((sheet) => sheet.length));
  let [count, fitting] = [most, all];
  while (count > 1 && charactersOf(fitting) > maxCharacters) {
    count -= 1;
    fitting = mapSheets(all, (sheet) => pick(sheet, count));
  }
  return { frames: fitting, framesMissing: textOf(missing, say) ?? (count < most ? say.fewer(count) : null) };
}

function textOf(missing: FramesMissing | null, say: HtmlScreen['framesMissing']): string | null {
  if (missing === null) return null;
  return typeof missing === 'object' ? say.lost(missing.lost) : say[missing];
}

function mapSheets(sheets: Sheets, change: (sheet: readonly Frame[]) => readonly Frame[]): Sheets {
  return new Map([...sheets].map(([path, sheet]) => [path, change(sheet)]));
}

/** Where key frames are few and far between, the same is found for one time and the next. */
function isAnother({ timeMs }: Frame, index: number, sheet: readonly Frame[]): boolean {
  return timeMs !== sheet[index - 1]?.timeMs;
}

/** Spread over the length of the video as all of them are. */
function pick(sheet: readonly Frame[], count: number): readonly Frame[] {
  if (sheet.length <= count) return sheet;
  return Array.from(
    { length: count },
    (_, index) => sheet[Math.floor(((index + 0.5) * sheet.length) / count)] as Frame,
  );
}

function charactersOf(sheets: Sheets): number {
  return [...sheets.values()].flat().reduce((sum, { dataUri }) => sum + dataUri.length, 0);
}
