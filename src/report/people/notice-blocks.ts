/** Whom to tell of what. */
import type { Finding, Report } from '../../model/report.ts';
import type { RuleId } from '../../model/rule-params.ts';
import { byCodeUnit, groupBy } from '../../util/order.ts';
import { institutionOf } from './finding-words.ts';

export interface Block {
  /** `null`: works that do not say whose they are. */
  readonly institution: string | null;
  /** Never empty. */
  readonly blocking: readonly Finding[];
  /** Warnings, and errors of candidates. */
  readonly rest: readonly Finding[];
}

export interface Blocks {
  readonly blocks: readonly Block[];
  /** What blocks and is no institution's: quotas of the province, stray files. */
  readonly left: number;
}

/** A block for each that has something to mend; in a check of one institution that is the institution itself, with all there is. */
export function noticeBlocks({ findings, scope, institution }: Report): Blocks {
  const told = findings.filter(isTold);
  if (scope === 'institution') return { blocks: blockOf(institution, told.filter(isItsOwn)), left: 0 };
  const owned = groupBy(told, ownerOf);
  const left = owned.get(NOBODY)?.filter(({ blocking }) => blocking).length ?? 0;
  const blocks = [...owned].flatMap(([owner, members]) =>
    owner === NOBODY ? [] : blockOf(owner, members.filter(isMendedElsewhere)),
  );
  return { blocks: blocks.toSorted(byInstitution), left };
}

function blockOf(institution: string | null, findings: readonly Finding[]): Block[] {
  const blocking = findings.filter((finding) => finding.blocking);
  return blocking.length === 0
    ? []
    : [{ institution, blocking, rest: findings.filter((finding) => !finding.blocking) }];
}

function isTold({ blocking, severity, waived }: Finding): boolean {
  return blocking || (severity !== 'info' && waived === undefined);
}

const NOBODY = Symbol('nobody');

/** `null`: a work's, which does not say whose it is. */
function ownerOf(finding: Finding): string | null | typeof NOBODY {
  return institutionOf(finding) ?? (finding.place.item === undefined ? NOBODY : null);
}

/** Time and waivers are for the one who hands in. */
function isItsOwn({ rule }: Finding): boolean {
  return !/^(?:deadline|waiver)\//.test(rule);
}

/** Of the computer that the check was made on, which the institution cannot reach. */
const OF_THIS_COMPUTER: ReadonlySet<RuleId> = new Set(['file/open-in-office']);

function isMendedElsewhere({ rule }: Finding): boolean {
  return !OF_THIS_COMPUTER.has(rule);
}

/** Those without a name come last. */
function byInstitution(a: Block, b: Block): number {
  return (
    Number(a.institution === null) - Number(b.institution === null) ||
    byCodeUnit(a.institution ?? '', b.institution ?? '')
  );
}
