/** The published schemas are those of the code. After a change that is meant: `npm run schemas`. */
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { BAGIT_PROFILE } from '../model/bagit-profile.ts';
import { packageJsonSchema } from '../model/package-schema.ts';
import { planJsonSchema, receiptJsonSchema } from '../report/pack-schemas.ts';
import { reportJsonSchema } from '../report/schema.ts';
import { verificationJsonSchema } from '../report/verification-schema.ts';
import { packageRoot } from '../util/package-root.ts';
import { itemJsonSchema, workspaceJsonSchema } from '../workspace/schemas.ts';
import { specJsonSchema } from './schemas.ts';

const SCHEMAS = [
  ['spec', specJsonSchema()],
  ['workspace', workspaceJsonSchema()],
  ['item', itemJsonSchema()],
  ['report', reportJsonSchema()],
  ['verification', verificationJsonSchema()],
  ['package', packageJsonSchema()],
  ['receipt', receiptJsonSchema()],
  ['plan', planJsonSchema()],
] as const;

it.each(SCHEMAS)('templates/schemas/%s.schema.json is up to date, and a schema', async (name, schema) => {
  const file = join(packageRoot(), 'templates', 'schemas', `${name}.schema.json`);
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  expect(schema).toHaveProperty('$schema', 'https://json-schema.org/draft/2020-12/schema');
  expect(() => new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema)).not.toThrow();
});

it('templates/bagit-profile.json is the profile that bags are held against', async () => {
  const file = join(packageRoot(), 'templates', 'bagit-profile.json');
  await expect(`${JSON.stringify(BAGIT_PROFILE, null, 2)}\n`).toMatchFileSnapshot(file);
});
