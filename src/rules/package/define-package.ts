/** How a rule over packages is written down: what all of them share, and when they have nothing to say. */
import type { PackageFacts } from '../../model/package-facts.ts';
import type { PackageRuleId } from '../../model/package-params.ts';
import type { Breach, Check, Rule } from '../../model/rule.ts';
import type { Severity } from '../../model/spec.ts';
import { defineRule, judged, NOT_APPLICABLE, SKIPPED } from '../define.ts';

/**
 * What a rule needs to have before it. `archive`: an archive, or a folder that is a package; `package`: a bag or plain
 * folders with their log; `bag`: a bag. Of a folder that is none of these one rule alone says so.
 */
export type Ground = 'any' | 'archive' | 'package' | 'bag';

const STANDS_ON: Record<Ground, (facts: PackageFacts) => boolean> = {
  any: () => true,
  archive: ({ form, kind }) => form === 'zip' || kind !== 'unknown',
  package: ({ kind }) => kind !== 'unknown',
  bag: ({ kind }) => kind === 'bag',
};

export interface PackageRule<Id extends PackageRuleId> {
  readonly id: Id;
  readonly ground: Ground;
  readonly severities: Readonly<Record<string, Severity>>;
  readonly source: string;
  check(facts: PackageFacts): Check<Id>;
}

/** No reason lets a faulty package through; where the reading ended early nothing more is known. */
export function packageRule<Id extends PackageRuleId>({
  ground,
  check,
  ...rule
}: PackageRule<Id>): Rule<Id, 'package'> {
  return defineRule({
    ...rule,
    on: 'package',
    waivable: false,
    check(facts): Check<Id> {
      if (facts.stopped !== null) return SKIPPED;
      return STANDS_ON[ground](facts) ? check(facts) : NOT_APPLICABLE;
    },
  });
}

/** A check that could not look everywhere has failed where it found something, and has not passed where it did not. */
export function judgedAsFar<Id extends PackageRuleId>(
  told: boolean,
  breaches: readonly Breach<Id>[],
  actual?: string,
): Check<Id> {
  return told || breaches.length > 0 ? judged(breaches, actual) : SKIPPED;
}

const EXAMPLES = 3;

/** One cause in many files is one finding. */
export function severalOf(paths: readonly string[]): { count: number; examples: readonly string[] } {
  return { count: paths.length, examples: paths.slice(0, EXAMPLES) };
}

/** The file it lies in, where it is in one only. */
export function atOnly([path, ...others]: readonly string[]): Pick<Breach, 'at'> {
  return path === undefined || others.length > 0 ? {} : { at: { path } };
}

export const ERROR = { default: 'error' } as const;
export const WARNING = { default: 'warning' } as const;
/** `tolerated`: at odds with the standard, and harmless. */
export const ERROR_OR_TOLERATED = { default: 'error', tolerated: 'warning' } as const;
export const ERROR_OR_NOTE = { default: 'error', tolerated: 'info' } as const;

export const RFC_8493 = 'RFC 8493';
export const APPNOTE = 'APPNOTE.TXT 6.3.10';
