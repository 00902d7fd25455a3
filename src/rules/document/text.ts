/** Rules over documents: that there is something to read, and that it can be read. */
import type { DocumentFacts } from '../../model/document-facts.ts';
import { defineRule, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';

export const documentEmpty = defineRule({
  id: 'document/empty',
  on: 'document',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check({ facts, asset }) {
    if (facts.characters === null) return SKIPPED;
    if (facts.characters === 0 && isPicturePdf(facts)) return NOT_APPLICABLE;
    const actual = String(facts.wordCount ?? facts.characters);
    return judgedIf(facts.characters === 0, { actual, expected: '>= 1', params: { path: asset.path } }, actual);
  },
});

export const noTextLayer = defineRule({
  id: 'document/no-text-layer',
  on: 'document',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts, asset, slot }) {
    if (facts.format !== 'pdf' || slot?.scan === 'expected') return NOT_APPLICABLE;
    const { pages, wordCount } = facts;
    const actual = wordCount === null ? 'unknown' : String(wordCount);
    const why = wordCount === null ? 'unmapped' : 'pictures';
    return judgedIf(
      wordCount === null || isPicturePdf(facts),
      { actual, params: { path: asset.path, pages, why } },
      actual,
    );
  },
});

/** A file that is there, in a form that no check looks into. */
export const unsupported = defineRule({
  id: 'document/unsupported',
  on: 'document',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts, asset }) {
    const { format, characters } = facts;
    // Of a PDF without readable characters the rule above speaks.
    if (format === 'pdf') return NOT_APPLICABLE;
    return judgedIf(characters === null, { actual: format, params: { path: asset.path, format } });
  },
});

/** A PDF with pages and not one character: scanned, or drawn. */
function isPicturePdf({ format, characters, pages }: DocumentFacts): boolean {
  return format === 'pdf' && characters === 0 && (pages ?? 0) > 0;
}
