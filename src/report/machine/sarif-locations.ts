/** Places as SARIF has them (3.28): files as URIs, lines as regions, and all else in words. */
import type { Finding } from '../../model/report.ts';
import type { Place } from '../../model/rule.ts';
import type { Spot, SpotsParams } from '../../model/text-params.ts';
import { safeText } from '../../util/safe-text.ts';
import type { MachineOptions } from './options.ts';
import { lineOf, type Places } from './place.ts';
import { plainMessage } from './sarif-text.ts';
import { isAbsolute, toUri } from './uri.ts';

/** Where relative URIs begin; GitHub puts the root of the repository there. */
export const ROOT_ID = '%SRCROOT%';
/** As many as GitHub shows of one result. */
const MAX_RELATED = 100;

/** How places are told of. */
export type Guide = Places & Pick<MachineOptions, 'screen'>;

export function primaryLocation({ place }: Finding, guide: Guide): object {
  return { ...locate(place, guide), ...logicalPart(place) };
}

/** The other file, and every further place of a finding in many; those beyond what is shown are counted. */
export function relatedLocations({ place, params }: Finding, guide: Guide): { locations: object[]; leftOut: number } {
  const { line, paragraph, page, timeMs, part, other, ...file } = place;
  const { spots = [] } = params as Partial<SpotsParams>;
  const all = spots.slice(1).map((spot) => locate({ ...file, ...spot }, guide));
  if (other !== undefined) {
    const { track, ...home } = file;
    all.unshift({ ...locate({ ...home, path: other }, guide), message: { text: plainMessage(safeText(other)) } });
  }
  const locations = all.slice(0, MAX_RELATED).map((location, index) => ({ id: index + 1, ...location }));
  return { locations, leftOut: all.length - locations.length };
}

function locate(place: Place & Spot, { anchorOf, screen }: Guide): object {
  const path = anchorOf(place);
  const line = lineOf(place);
  const words = line !== null && place.found === undefined ? '' : screen.spot(place);
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(path), ...(isAbsolute(path) ? {} : { uriBaseId: ROOT_ID }) },
      ...(line === null ? {} : { region: { startLine: line } }),
    },
    ...(words === '' ? {} : { message: { text: plainMessage(safeText(words)) } }),
  };
}

/** The work or category; the file inside a package; the stream inside a video. */
function logicalPart({ item, category, package: inside, path, track }: Place): { logicalLocations?: object[] } {
  const named = [
    item === undefined ? null : { fullyQualifiedName: safeText(item), kind: 'item' },
    item !== undefined || category === undefined ? null : { fullyQualifiedName: safeText(category), kind: 'category' },
    inside === undefined || path === undefined ? null : { fullyQualifiedName: safeText(path), kind: 'entry' },
    track === undefined ? null : { name: String(track), kind: 'track' },
  ].filter((one) => one !== null);
  return named.length === 0 ? {} : { logicalLocations: named };
}
