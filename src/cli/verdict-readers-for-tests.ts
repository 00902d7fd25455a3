/** What the readers of each report make of it: how many findings block, taken from its own words. Used by tests only. */
import readWorkbook from 'read-excel-file/node';
import { childrenOf, readXml } from '../report/machine/xml-tree-for-tests.ts';
import type { ReporterName } from '../report/reporters.ts';

export interface Told {
  /** `null` where the report itself contradicts another part of itself. */
  readonly blocking: number | null;
  /** All that can be read in it. */
  readonly text: string;
}

/** Of reports in Chinese. */
export async function readVerdict(name: ReporterName, bytes: Buffer): Promise<Told> {
  if (name === 'xlsx') return readXlsx(bytes);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return { blocking: COUNTS[name](text), text };
}

const COUNTS: Readonly<Record<Exclude<ReporterName, 'xlsx'>, (text: string) => number | null>> = {
  terminal: (text) => inConclusion(/^结论：(.*)$/m.exec(text)?.[1]),
  markdown: (text) => inConclusion(/^\*\*结论：(.*)\*\*$/m.exec(text)?.[1]),
  json: (text) => {
    const { verdict, exitCode, findings } = JSON.parse(text);
    const count = findings.filter(({ blocking }: { blocking: boolean }) => blocking).length;
    return agreed(count, verdict === 'pass', exitCode === 0);
  },
  junit: (text) => {
    const xml = readXml(text);
    const cases = childrenOf(xml, 'testsuite').flatMap((suite) => childrenOf(suite, 'testcase'));
    const count = cases.filter((one) => childrenOf(one, 'failure').length > 0).length;
    return xml.attributes.failures === String(count) ? count : null;
  },
  sarif: (text) => {
    const [{ results, invocations, properties }] = JSON.parse(text).runs;
    const count = results.filter(
      ({ level, suppressions }: { level: string; suppressions: unknown[] }) =>
        level === 'error' && suppressions.length === 0,
    ).length;
    return agreed(count, properties.verdict === 'pass', invocations[0].exitCode === 0);
  },
  github: (text) => agreed(text.match(/^::error /gm)?.length ?? 0, /^sizheng：通过。/m.test(text)),
  gitlab: (text) => JSON.parse(text).filter(({ severity }: { severity: string }) => severity === 'blocker').length,
  html: (text) => {
    const count = Number(/<dt>须整改<\/dt><dd>(\d+)<\/dd>/.exec(text)?.[1]);
    return agreed(count, /class="verdict pass"/.test(text), /class="headline">可以报送</.test(text));
  },
  // What is nobody's to mend is counted beside the notices.
  notice: (text) => sumOf(text, /共 (\d+) 处须整改。每份/g) + sumOf(text, /另有 (\d+) 处须整改不属于/g),
};

async function readXlsx(bytes: Buffer): Promise<Told> {
  const sheets = await readWorkbook(bytes);
  const [header = [], ...rows] = sheets.find(({ sheet }) => sheet === '问题')?.data ?? [];
  const column = header.indexOf('影响报送');
  return {
    blocking: column < 0 ? null : rows.filter((row) => row[column] === '是').length,
    text: sheets.flatMap(({ data }) => data.flat()).join('\n'),
  };
}

function inConclusion(words: string | undefined): number | null {
  if (words?.startsWith('检查通过')) return 0;
  return Number(/^还不能报送。(\d+) 处须整改/.exec(words ?? '')?.[1]);
}

function agreed(count: number, ...passed: readonly boolean[]): number | null {
  return passed.every((one) => one === (count === 0)) ? count : null;
}

function sumOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
}
