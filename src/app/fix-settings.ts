/** `sizheng.yaml` follows the works that its waivers name. */
import { readFile } from 'node:fs/promises';
import type { PlannedSettings } from '../fix/plan.ts';
import { movedSubjects, type Renaming } from '../fix/works.ts';
import { CONFIG_NAME } from '../model/file-names.ts';
import { replaceYamlText } from '../util/yaml-edit.ts';
import type { Workspace } from './open-workspace.ts';

const MARK = '\uFEFF';

/** `null` where no waiver names a work that is called otherwise now. */
export async function planSettings(
  { entries, config }: Workspace,
  renaming: Renaming,
): Promise<PlannedSettings | null> {
  const entry = entries.find(({ path }) => path === CONFIG_NAME);
  const moved = movedSubjects(config.waivers, renaming);
  if (entry === undefined || moved.size === 0) return null;
  const bytes = await readFile(entry.location);
  const text = bytes.toString();
  const mark = text.startsWith(MARK) ? MARK : '';
  let edited = text.slice(mark.length);
  for (const [index, { to }] of moved) edited = replaceYamlText(edited, ['waivers', index, 'subject'], to);
  return { entry, bytes, content: Buffer.from(mark + edited), subjects: [...moved.values()] };
}
