/** Small turns of phrase that several Chinese messages share. */

import type { LimitParams, LimitWords } from '../../model/limit-params.ts';
import type { RuleId } from '../../model/rule-params.ts';
import type { Binding } from '../../model/spec.ts';
import type { FieldSource, ItemFields } from '../../model/submission.ts';

/** `（来函：建议）`, or nothing when no clause stands behind it. */
export function bindingZh(binding: Binding | null): string {
  if (binding === null) return '';
  return { must: '（来函：请）', should: '（来函：建议）', guidance: '（来函：供参考）' }[binding];
}

/** `写明理由豁免，写法见 sizheng rules privacy/phone` */
export function waiveZh(id: RuleId | 'privacy'): string {
  return `写明理由豁免，写法见 sizheng rules ${id}`;
}

/** `15:00-20:00`, `不超过 1 GiB`, `h264`. */
export function limitZh({ min, max, oneOf }: LimitWords): string {
  if (oneOf !== null) return oneOf.join(' 或 ');
  if (min !== null && max !== null) return min === max ? min : `${min}-${max}`;
  return min !== null ? `不低于 ${min}` : `不超过 ${max}`;
}

/** `时长 14:42，要求 15:00-20:00（来函：建议）`. */
export function limitMessageZh(name: string): (params: LimitParams) => string {
  return ({ actual, limit, binding, decimal }) =>
    decimal
      ? `${name} ${actual}，超过 10 亿字节；按 ${limitZh(limit)} 算没有超出，可以报送`
      : `${name} ${actual}，要求 ${limitZh(limit)}${bindingZh(binding)}`;
}

export const FIELDS_ZH: Record<keyof ItemFields, string> = {
  number: '序号',
  title: '题目',
  institution: '学校',
  people: '主讲人',
  topic: '主题',
  intro: '简介',
  subtitles: '字幕',
  status: '状态',
  reason: '理由',
  group: '组别',
};

export const SOURCES_ZH: Record<FieldSource, string> = {
  'item.yaml': 'item.yaml',
  sheet: '作品信息表',
  name: '文件夹（文件）名',
};
