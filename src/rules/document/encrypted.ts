/** Documents that nobody opens without a password. */
import { defineRule, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { isEncryptedDocument, isMisnamed, isPartial, judgeType } from '../file/kinds.ts';

export const encrypted = defineRule({
  id: 'document/encrypted',
  on: 'entry',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check: (subject, context) =>
    judgeType(subject, context, (measured) => {
      const { type, content } = measured;
      if (type.kind !== 'document' || content === null || isPartial(subject.entry.path)) return NOT_APPLICABLE;
      // A file that is no film need not be a document that opens.
      if (subject.asset?.slot != null && isMisnamed(subject, measured)) return NOT_APPLICABLE;
      if (!content.ok && content.failure.reason !== 'encrypted') return SKIPPED;
      return judgedIf(isEncryptedDocument(measured), { params: { path: subject.entry.path } });
    }),
});
