/** Rules over documents: that there is something to read. */
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
    const actual = String(facts.characters);
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
    if (facts.characters === null) return SKIPPED;
    const actual = String(facts.characters);
    return judgedIf(isPicturePdf(facts), { actual, params: { path: asset.path, pages: facts.pages } }, actual);
  },
});

/** A PDF with pages and not one character: scanned, or drawn. */
function isPicturePdf({
  format,
  characters,
  pages,
}: {
  format: string;
  characters: number | null;
  pages: number | null;
}): boolean {
  return format === 'pdf' && characters === 0 && (pages ?? 0) > 0;
}
