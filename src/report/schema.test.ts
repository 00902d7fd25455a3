import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyFault, DEMO_FAULTS, makeSample } from '../app/demo.ts';
import { type ValidateOptions, validate } from '../app/validate.ts';
import { packageRoot } from '../util/package-root.ts';
import { renderJson } from './json.ts';
import { reportJsonSchema } from './schema.ts';
import { closed } from './schemas-for-tests.ts';

const OPTIONS: ValidateOptions = { at: '2027-05-20T10:00', cache: { type: 'none' } };
const LESSON = '心理微课/01-情绪管理与压力释放-示范大学';

const ajv = new Ajv2020({ allErrors: true });
const open = ajv.compile(reportJsonSchema());
const strict = ajv.compile(closed(reportJsonSchema()));

let dir: string;
let faulty: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'schema-'));
  faulty = join(dir, 'faulty');
  await makeSample(join(dir, 'good'), 2027);
  await makeSample(faulty, 2027);
  for (const fault of DEMO_FAULTS) await applyFault(faulty, fault);
  for (const name of ['truncated.mp4', 'extra-streams.mp4', 'subtitle-track.mp4', 'duration-long.mp4'])
    cpSync(join(packageRoot(), 'fixtures', 'media', name), join(faulty, '心理微课', `06-${name}`));
  writeFileSync(join(faulty, '心理微课', '06-duration-long.srt'), 'no cue\n');
  writeFileSync(join(faulty, LESSON, 'item.yaml'), 'status: withdrawn\nreason: 换新\n');
  writeFileSync(
    join(faulty, 'sizheng.yaml'),
    `province: 示范省\nyear: 2027\nwaivers:\n  - {rule: video/duration, subject: 心理微课/02, reason: 嘉宾讲座}\n`,
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

async function reportOf(target: string, options: ValidateOptions = {}): Promise<unknown> {
  return JSON.parse(renderJson(await validate(target, { ...OPTIONS, ...options })));
}

describe('a real report keeps to the schema, and has no key that it does not name', () => {
  it.each([
    ['faultless', 'good', {}],
    ['faulty', 'faulty', {}],
    ['faulty, in English, strict', 'faulty', { language: 'en', strict: true }],
    ['of a part', 'good', { only: ['心理微课/02'] }],
    ['of one file', 'faulty/心理微课/06-truncated.mp4', {}],
    ['of an institution', 'good', { scope: 'institution' }],
  ] as const)('%s', async (_, target, options) => {
    const report = await reportOf(join(dir, target), options);
    expect(open(report), JSON.stringify(open.errors, null, 1)).toBe(true);
    expect(strict(report), JSON.stringify(strict.errors, null, 1)).toBe(true);
  });

  it('and the faulty one shows most of what a report can hold', async () => {
    const text = JSON.stringify(await reportOf(faulty));
    const parts = ['waived":{', 'failure":{', 'status":"withdrawn', 'kind":"subtitle', 'kind":"image', '"skipped'];
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });
});

describe('refuses', () => {
  const SHA = '/spec/sha256';
  it.each([
    [SHA, (report: Json) => (report.spec.sha256 = 'x')],
    ['/at', (report: Json) => (report.at = '2027-05-20 10:00')],
    ['/verdict', (report: Json) => (report.verdict = 'warn')],
    ['/exitCode', (report: Json) => (report.exitCode = 2)],
    ['/items/0/status', (report: Json) => (report.items[0].status = 'new')],
    ['/items/0/assets/0/path', (report: Json) => (report.items[0].assets[0].path = '/etc/passwd')],
    ['/findings/0/rule', (report: Json) => (report.findings[0].rule = 'Duration')],
    ['', (report: Json) => delete report.ledger],
    ['/items/0/assets/0/facts', (report: Json) => (report.items[0].assets[0].facts = { kind: 'document' })],
  ])('a fault at %j', async (place, spoil) => {
    const report = (await reportOf(faulty)) as Json;
    spoil(report);
    expect(open(report)).toBe(false);
    expect(open.errors?.map(({ instancePath }) => instancePath.slice(0, place.length))).toContain(place);
  });

  // biome-ignore lint/suspicious/noExplicitAny: spoiling a report means to break its type
  type Json = any;

  it('nothing that a later version adds', async () => {
    const report = (await reportOf(join(dir, 'good'))) as Json;
    expect(open({ ...report, added: 1, tool: { ...report.tool, added: 1 } })).toBe(true);
  });
});
