/** SARIF held to the schema of the standard. Used by tests only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { packageRoot } from '../../util/package-root.ts';

const schema = JSON.parse(readFileSync(join(packageRoot(), 'fixtures/schemas/sarif-schema-2.1.0.json'), 'utf8'));
/** RFC 3986, as far as characters go. */
const URI = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/;
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: { uri: (text) => URI.test(text) && URL.canParse(text), 'uri-reference': URI, 'date-time': true, uuid: true },
});
const check = ajv.compile(schema);

/** None where the log keeps to it. */
export function sarifFaults(log: unknown): string[] {
  check(log);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
