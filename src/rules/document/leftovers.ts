/** What work on a text leaves in it, for others to read: revisions and comments. */
import type { DocumentFacts } from '../../model/document-facts.ts';
import type { AssetSubject, Check, Rule } from '../../model/rule.ts';
import type { TextPlace } from '../../model/text-facts.ts';
import { judgedIf, NOT_APPLICABLE } from '../define.ts';

interface Leftover {
  readonly id: 'document/tracked-changes' | 'document/comments';
  /** Formats whose reader finds it. */
  readonly formats: readonly string[];
  read(extras: DocumentFacts['extras']): { readonly count: number; readonly first: TextPlace | null };
}

export const trackedChanges = leftoverRule({
  id: 'document/tracked-changes',
  formats: ['docx'],
  read: ({ revisions, firstRevision }) => ({ count: revisions, first: firstRevision }),
});

export const documentComments = leftoverRule({
  id: 'document/comments',
  formats: ['docx', 'doc'],
  read: ({ comments, firstComment }) => ({ count: comments, first: firstComment }),
});

function leftoverRule<const L extends Leftover>({ id, formats, read }: L): Rule<L['id'], 'document'> {
  return {
    id,
    on: 'document',
    severities: { default: 'warning' },
    source: 'practice',
    waivable: true,
    check({ facts, asset }: AssetSubject<DocumentFacts>): Check<L['id']> {
      if (!formats.includes(facts.format)) return NOT_APPLICABLE;
      const { count, first } = read(facts.extras);
      const params = { path: asset.path, count, first };
      const at = first === null ? {} : { at: first };
      return judgedIf(count > 0, { ...at, actual: String(count), expected: '0', params });
    },
  };
}
