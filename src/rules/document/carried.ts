/** What a document carries beside its text, or asks for from elsewhere. */
import { defineRule, judgedIf, NOT_APPLICABLE } from '../define.ts';

/** Formats that can carry anything, and whose readers look for it. */
const CONTAINERS: ReadonlySet<string> = new Set(['docx', 'doc', 'pdf']);

export const macro = defineRule({
  id: 'document/macro',
  on: 'document',
  severities: { default: 'error' },
  source: 'practice',
  waivable: true,
  check({ facts, asset }) {
    if (!CONTAINERS.has(facts.format)) return NOT_APPLICABLE;
    const parts = facts.extras.macros;
    const actual = String(parts.length);
    return judgedIf(parts.length > 0, { actual, expected: '0', params: { path: asset.path, parts } });
  },
});

export const external = defineRule({
  id: 'document/external',
  on: 'document',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts, asset }) {
    if (!CONTAINERS.has(facts.format)) return NOT_APPLICABLE;
    const { externals, embedded } = facts.extras;
    const count = externals.length + embedded.length;
    const actual = String(count);
    return judgedIf(count > 0, { actual, expected: '0', params: { path: asset.path, externals, embedded } });
  },
});
