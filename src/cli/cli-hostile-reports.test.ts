/** Reports for machines, of a folder whose names and fields try to break out of them: read by parsers that are not ours. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../model/report.ts';
import { junitFaults } from '../report/machine/junit-schema-for-tests.ts';
import { sarifFaults } from '../report/machine/sarif-schema-for-tests.ts';
import { childrenOf, readXml } from '../report/machine/xml-tree-for-tests.ts';
import { safeText } from '../util/safe-text.ts';
import { AT, FIXTURES, Room } from './run-for-tests.ts';

const NAMES = [
  'R&D "终稿" <1>]]>',
  'bell\u0007 esc\u001B[2J del\u007F c1\u0085',
  'line\nbreak\r\ttab',
  '::error file=x::%0A::stop-commands::x',
  '[看](http:x) {0} {{1}}',
  'bidi\u202Egpj\u2066x \u200B\uFEFF',
  '<script>alert(1)<!-- -->&amp;&#0;<![CDATA[',
  'nonchar\uFFFE\uFFFF',
  '?query#frag%41\\back',
] as const;
/** The workspace itself, as seen from where the program is run. */
const BASE = 'R&D <省> %41]]>';

// Other systems refuse such names themselves.
describe.skipIf(process.platform !== 'linux')('of hostile names', () => {
  const room = new Room();
  afterAll(() => room.close());
  const read = (file: string) => readFileSync(room.at(file), 'utf8');
  const all = (suffix: string) =>
    ['json', 'junit', 'sarif', 'html'].flatMap((name) => ['--reporter', `${name}=${name}-${suffix}`]);

  beforeAll(async () => {
    const film = readFileSync(`${FIXTURES}/media/rotated.mp4`);
    for (const [index, name] of NAMES.entries()) {
      const folder = [BASE, '心理微课', name] as const;
      mkdirSync(room.at(...folder), { recursive: true });
      room.write(Buffer.concat([film, box(8 + index)]), ...folder, `${name}.mp4`);
      room.write(`1\n00:00:02,000 --> 00:00:01,000\n${name}\n`, ...folder, `${name}.srt`);
      // Half a character can stand in no name here, but in any text.
      room.write(yaml({ title: `${name}\uD800`, institution: `${name}\uDFFF` }), ...folder, 'item.yaml');
    }
    const waivers = NAMES.map((name) => ({ rule: 'file/name', subject: `心理微课/${name}`, reason: `${name}\uD800` }));
    room.write(yaml({ scope: 'institution', institution: 'x\uD800]]>', year: 2027, waivers }), BASE, 'sizheng.yaml');
    expect((await room.run(['validate', BASE, ...AT, ...all('now')])).code).toBe(1);
  });

  it('JUnit is read by an XML parser, keeps to its schema, and loses no work', async () => {
    expect(await junitFaults(read('junit-now'))).toEqual([]);
    const suites = childrenOf(readXml(read('junit-now')), 'testsuite').map(({ attributes }) => attributes.name);
    expect(suites).toEqual(expect.arrayContaining(NAMES.map((name) => xmlText(safeText(`心理微课/${name}`)))));
  });

  it('SARIF keeps to its schema, and every result leads to a file that is there', async () => {
    const log = JSON.parse(read('sarif-now'));
    expect(sarifFaults(log)).toEqual([]);
    const { findings } = JSON.parse(read('json-now')) as Report;
    const { results } = log.runs[0];
    expect(results).toHaveLength(findings.length);
    for (const [index, { locations }] of results.entries()) {
      const path = decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri);
      if (findings[index]?.place.path !== undefined) expect([path, existsSync(room.at(path))]).toEqual([path, true]);
    }
    const waived = results.filter(({ suppressions }: { suppressions: unknown[] }) => suppressions.length > 0);
    expect(waived.length).toBeGreaterThanOrEqual(NAMES.length);
  });

  it('the page holds no markup of theirs', () => {
    expect(read('html-now')).not.toMatch(/<script>alert|<!-- -->|<1>/);
  });

  it('and a saved report gives the same again', async () => {
    await room.run(['report', 'json-now', '--dir', BASE, ...all('again')]);
    for (const name of ['json', 'junit', 'sarif', 'html'])
      expect([name, read(`${name}-again`) === read(`${name}-now`)]).toEqual([name, true]);
  });
});

/** A box that players pass over: films that differ in it alone are not the same file. */
function box(sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(sizeBytes);
  bytes.writeUInt32BE(sizeBytes);
  bytes.write('free', 4, 'latin1');
  return bytes;
}

/** JSON is YAML. */
function yaml(value: object): string {
  return JSON.stringify(value);
}

/** XML has no place for these: they are shown as what they are. */
function xmlText(text: string): string {
  return text.replace(/[\uFFFE\uFFFF]/g, (one) => `\\u{${one.codePointAt(0)?.toString(16).toUpperCase()}}`);
}
