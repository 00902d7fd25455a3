/** Small turns of phrase that several English messages share. */
import type { LimitParams, LimitWords } from '../../model/limit-params.ts';
import type { RuleId } from '../../model/rule-params.ts';
import type { Binding } from '../../model/spec.ts';
import type { FieldSource, ItemFields } from '../../model/submission.ts';

/** `1 work`, `5 works`; `many` where an s does not do. */
export function countEn(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function choiceEn(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** ` (letter: should)`, or nothing when no clause stands behind it. */
export function bindingEn(binding: Binding | null): string {
  return binding === null ? '' : ` (letter: ${binding})`;
}

/** `waive it with a written reason (how: sizheng rules privacy/phone)` */
export function waiveEn(id: RuleId | 'privacy'): string {
  return `waive it with a written reason (how: sizheng rules ${id})`;
}

/** `15:00-20:00`, `at most 1 GiB`, `h264`. */
export function limitEn({ min, max, oneOf }: LimitWords): string {
  if (oneOf !== null) return choiceEn(oneOf);
  if (min !== null && max !== null) return min === max ? min : `${min}-${max}`;
  return min !== null ? `at least ${min}` : `at most ${max}`;
}

/** `Duration 14:42, expected 15:00-20:00 (letter: should)`. */
export function limitMessageEn(name: string): (params: LimitParams) => string {
  return ({ actual, limit, binding, decimal }) =>
    decimal
      ? `${name} ${actual}, over 1,000,000,000 bytes; it is within ${limitEn(limit)}, so it can be submitted`
      : `${name} ${actual}, expected ${limitEn(limit)}${bindingEn(binding)}`;
}

export const FIELDS_EN: Record<keyof ItemFields, string> = {
  number: 'number',
  title: 'title',
  institution: 'institution',
  people: 'presenter',
  topic: 'topic',
  intro: 'intro',
  subtitles: 'subtitles',
  status: 'status',
  reason: 'reason',
  group: 'group',
};

export const SOURCES_EN: Record<FieldSource, string> = {
  'item.yaml': 'item.yaml',
  sheet: 'the 作品信息 sheet',
  name: 'the folder or file name',
};
