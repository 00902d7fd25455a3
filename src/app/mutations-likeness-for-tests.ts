/** Copied text. Used by tests only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleId } from '../model/rule-params.ts';
import { packageRoot } from '../util/package-root.ts';
import type { Mutation } from './mutation-for-tests.ts';
import { PLAN, PLAN_TEXT } from './sample-for-tests.ts';

const COPY = `${PLAN}/方案.md`;
const COPIED = '会商指导方案/01-考研失利学生集中疏导-示范大学/方案.docx';

/** The source of a document of the good submission, paragraph by paragraph: its title first, then a heading. */
async function paragraphsOf(name: string): Promise<string[]> {
  const text = await readFile(join(packageRoot(), 'fixtures', 'texts', name), 'utf8');
  return text.trim().split('\n\n');
}

export const LIKENESS = {
  'duplicate/text': {
    /** Two thirds of another plan, and a third of its own. */
    async mutate(sample) {
      const [heading = '', ...own] = await paragraphsOf('plan-5.md');
      const copied = (await paragraphsOf('plan-1.md')).slice(2);
      const mixed = [
        heading,
        ...copied.slice(0, Math.round((copied.length * 2) / 3)),
        ...own.slice(Math.round((own.length * 2) / 3)),
      ];
      await sample.remove(PLAN_TEXT);
      await sample.write(COPY, `${mixed.join('\n\n')}\n`);
    },
    severity: 'error',
    place: { path: COPY, other: COPIED, line: 3, item: PLAN, category: 'plan' },
  },
} as const satisfies Partial<Record<RuleId, Mutation>>;
