/** axe-core, where it is installed, looks at a page. Used by tests only. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from './browser-for-tests.ts';

/** `null` where it is not installed. */
export const AXE_SCRIPT = findScript();

function findScript(): string | null {
  try {
    return createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  } catch {
    return null;
  }
}

export interface Seen {
  /** `[impact, rule, …the first elements]`. */
  readonly faults: readonly (readonly string[])[];
  /** Elements whose contrast was measured and is enough. */
  readonly contrasts: number;
  /** As it was painted. */
  readonly background: string;
}

/** High enough that nothing is left unpainted: what is not has no contrast. */
const HEIGHT = 20_000;

export async function lookWithAxe(tab: Tab, scheme: 'light' | 'dark', width: number): Promise<Seen> {
  await tab.look(scheme, width, HEIGHT);
  await tab.evaluate(readFileSync(AXE_SCRIPT as string, 'utf8'));
  return (await tab.evaluate(`axe.run().then(({ violations, passes }) => ({
    faults: violations.map(({ id, impact, nodes }) => [impact, id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]),
    contrasts: passes.find(({ id }) => id === 'color-contrast')?.nodes.length ?? 0,
    background: getComputedStyle(document.body).backgroundColor,
  }))`)) as Seen;
}
