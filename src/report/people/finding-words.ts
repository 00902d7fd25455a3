/** What all reports that are handed on tell of a finding. */
import type { RestCounts } from '../../i18n/screens-people.ts';
import { baseName } from '../../model/file-names.ts';
import type { Finding, Report } from '../../model/report.ts';
import type { RuleParams } from '../../model/rule-params.ts';
import type { Spot, SpotsParams } from '../../model/text-params.ts';
import { safeText } from '../../util/safe-text.ts';
import type { PeopleOptions } from './options.ts';

type WordOptions = Pick<PeopleOptions, 'screen' | 'people' | 'clauses'>;

/** `来函「请配字幕」（请）`; `null` where no clause stands behind it. */
export function clauseOf({ clause }: Finding, { people, clauses }: WordOptions): string | null {
  const known = clauses.find(({ id }) => id === clause);
  return known === undefined ? null : safeText(people.clause(known.text, known.binding));
}

/** `须整改`, or `已豁免`. */
export function gradeOf({ severity, blocking, waived }: Finding, { screen }: Pick<WordOptions, 'screen'>): string {
  return waived === undefined ? screen.severity[blocking ? 'error' : severity] : screen.waivedTag;
}

/** Whose a finding is, by its work or by the quota that was not kept. */
export function institutionOf({ rule, params, institution }: Finding): string | null {
  return rule === 'quota/institution' ? (params as RuleParams['quota/institution']).owner : (institution ?? null);
}

/** Of each finding one thing is true. */
export function kindOf({ severity, blocking, waived }: Finding): keyof Tally {
  if (waived !== undefined) return 'waived';
  if (blocking) return 'blocking';
  return ({ error: 'candidates', warning: 'warnings', info: 'infos' } as const)[severity];
}

export interface Tally extends RestCounts {
  readonly blocking: number;
}

export function tallyOf(findings: readonly Finding[]): Tally {
  const count = (kind: keyof Tally) => findings.filter((finding) => kindOf(finding) === kind).length;
  return {
    blocking: count('blocking'),
    candidates: count('candidates'),
    warnings: count('warnings'),
    infos: count('infos'),
    waived: count('waived'),
  };
}

/** Places that a list tells of before the rest is counted. */
const PLACES = 20;

/** Where in the file: the place, or all places of a fault that is found in many. Empty where it is the file as a whole. */
export function placesOf({ params, place }: Finding, { screen }: Pick<WordOptions, 'screen'>) {
  const { spots = [] } = params as Partial<SpotsParams>;
  const all: readonly Spot[] = spots.length > 0 ? spots : [place];
  const words = all.slice(0, PLACES).map(({ line, paragraph, page, timeMs, part }) => {
    const within = { line, paragraph, page, timeMs, part };
    return safeText(screen.spot(Object.fromEntries(Object.entries(within).filter(([, value]) => value !== undefined))));
  });
  return { places: words.filter((word) => word !== ''), more: all.length - Math.min(all.length, PLACES) };
}

/** All places, where the message tells of some only; `null` where it leaves nothing untold. */
export function untoldPlaces(finding: Finding, options: Pick<WordOptions, 'screen' | 'people'>): string | null {
  const { places, more } = placesOf(finding, options);
  const untold = places.some((place) => !finding.message.includes(place));
  return untold ? options.people.places(places, more) : null;
}

/** The name of the file that a finding is about, where its message does not say it. */
export function unnamedFile({ place, message }: Finding, { items }: Pick<Report, 'items'>): string | null {
  const { path, item } = place;
  const isFile = items.some(({ id, assets }) => id === item && assets.some((asset) => asset.path === path));
  if (path === undefined || !isFile || message.includes(baseName(path))) return null;
  return safeText(baseName(path));
}
