/** Who the properties of a document name. */
import { defineRule, judgedIf, NOT_APPLICABLE } from '../define.ts';

/** Formats with properties that our readers know. */
const WITH_PROPERTIES: ReadonlySet<string> = new Set(['docx', 'doc', 'pdf']);

export const author = defineRule({
  id: 'privacy/author',
  on: 'document',
  severities: { default: 'info', anonymous: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts, asset, slot, category }) {
    if (!WITH_PROPERTIES.has(facts.format) || slot?.personalData === 'expected') return NOT_APPLICABLE;
    const { people } = facts.extras;
    const actual = String(people.length);
    const grade = category.anonymous ? 'anonymous' : 'default';
    const at = { part: 'properties' } as const;
    return judgedIf(people.length > 0, { grade, at, actual, expected: '0', params: { path: asset.path, people } });
  },
});
