/** What editors are told of a spec file agrees with what is read. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { specJsonSchema } from '../app/schemas.ts';
import { packageRoot } from '../util/package-root.ts';
import { listBuiltInSpecs } from './load.ts';

const validate = new Ajv2020({ strict: false }).compile(specJsonSchema());

function faultsOf(spec: unknown): string[] {
  validate(spec);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

it.each(await listBuiltInSpecs())('%s is valid', async (id) => {
  const text = await readFile(join(packageRoot(), 'templates', 'specs', `${id}.yaml`), 'utf8');
  expect(faultsOf(parse(text, { version: '1.2' }))).toEqual([]);
});

describe('a fault that an editor can show', () => {
  const slot = { id: 'video', name: 'Video', kind: 'video' };
  const spec = { id: 'own', title: 'Own', categories: [{ id: 'lesson', name: 'Lesson', slots: [slot] }] };

  it('is none here', () => {
    expect(faultsOf(spec)).toEqual([]);
  });

  it.each([
    ['an unknown key', { ...spec, colour: 'red' }, ' additionalProperties'],
    ['a severity that there is not', { ...spec, recommended: 'fatal' }, '/recommended enum'],
    ['no category', { ...spec, categories: [] }, '/categories minItems'],
    ['an id that is none', { ...spec, id: 'My Spec' }, '/id pattern'],
  ])('%s', (_, wrong, fault) => {
    expect(faultsOf(wrong)).toContain(fault);
  });
});
