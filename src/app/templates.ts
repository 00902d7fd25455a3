/** The texts of the forms that works are written on: those the program hands out, and a province's own. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileFacts } from '../model/facts.ts';
import { kindOfExtension, splitName, TEMPLATE_FOLDER } from '../model/file-names.ts';
import type { TemplateTexts } from '../model/rule.ts';
import type { Entry } from '../model/submission.ts';
import type { TextBlock } from '../model/text-facts.ts';
import { templateTexts } from '../text/templates.ts';
import { packageRoot } from '../util/package-root.ts';

/** No folder of forms has more, and none is larger; what lies there beside them is not read. */
const MAX_FORMS = 50;
const MAX_BYTES = 8 << 20;

/** The documents in the workspace's 模板 folder, to be measured. */
export function templateEntries(entries: readonly Entry[]): Entry[] {
  return entries
    .filter(
      ({ path, type, error, sizeBytes }) =>
        path.startsWith(`${TEMPLATE_FOLDER}/`) &&
        type === 'file' &&
        error === null &&
        sizeBytes <= MAX_BYTES &&
        kindOfExtension(splitName(path).extension) === 'document',
    )
    .slice(0, MAX_FORMS);
}

/** @param facts what was measured of `templateEntries`; a form that cannot be read is passed over */
export async function loadTemplates(facts: ReadonlyMap<string, FileFacts>): Promise<TemplateTexts> {
  const own = [...facts.values()].flatMap(({ content }) =>
    content?.ok && content.value.kind === 'document' ? [toMarkdown(content.value.blocks)] : [],
  );
  return templateTexts([...(await readBuiltIn()), ...own]);
}

/** The .docx beside each says the same. */
async function readBuiltIn(): Promise<string[]> {
  const folder = join(packageRoot(), 'templates', 'workspace');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

function toMarkdown(blocks: readonly TextBlock[]): string {
  return blocks.map(({ text, heading }) => (heading ? `${'#'.repeat(heading)} ${text}` : text)).join('\n');
}
