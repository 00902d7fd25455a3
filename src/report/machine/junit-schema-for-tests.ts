/** JUnit XML held to the schema of Jenkins. Used by tests only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { packageRoot } from '../../util/package-root.ts';

const NAME = 'junit-10.xsd';
const schema = [{ fileName: NAME, contents: readFileSync(join(packageRoot(), 'fixtures/schemas', NAME), 'utf8') }];

/** None where the report is well-formed and keeps to it, but for the file and line of its cases, which it has not. */
export async function junitFaults(xml: string): Promise<string[]> {
  const faults = await schemaFaults(xml);
  const others = faults.filter((fault) => !/attribute '(?:file|line)'/.test(fault));
  return [...others, ...(await schemaFaults(xml.replace(/(<testcase [^>]*?) file="[^"]*"(?: line="\d+")?/g, '$1')))];
}

async function schemaFaults(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema });
  return errors.map(({ message }) => message);
}
