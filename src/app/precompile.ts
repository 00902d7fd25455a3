/** Build step: parses the built-in specs once, so that no run has to. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SETTABLE_RULES } from '../rules/catalogue.ts';
import { BUILT_SPECS, builtInFolder, builtKey, listBuiltInSpecs } from '../spec/load.ts';
import { parseSpec } from '../spec/parse-spec.ts';
import { packageRoot } from '../util/package-root.ts';

const parsed: Record<string, unknown> = {};
for (const name of await listBuiltInSpecs()) {
  const text = await readFile(join(builtInFolder(), `${name}.yaml`), 'utf8');
  parsed[builtKey(text)] = parseSpec([{ name, text }], SETTABLE_RULES, 'zh-CN');
}
await writeFile(join(packageRoot(), 'dist', BUILT_SPECS), JSON.stringify(parsed));
