import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from './config.ts';
import { parseItemFile } from './item-file.ts';
import { itemJsonSchema, type JsonSchema, workspaceJsonSchema } from './schemas.ts';

function accepts(schema: JsonSchema, text: string): boolean {
  return new Ajv2020({ strict: false }).validate(schema, parse(text) ?? {});
}

function reads(read: (text: string, path: string) => unknown, text: string): boolean {
  try {
    read(text, 'x');
    return true;
  } catch {
    return false;
  }
}

describe('JSON Schemas say the same as the readers', () => {
  it.each([
    ['', true],
    ['scope: 省级\nbatch: 首批\nyear: 2027\nprovince:\n', true],
    ['deadline: 2027-06-05\n', true],
    ['deadline: {date: 2027-06-05, source: 通知}\n', true],
    ['waivers: [{rule: a, subject: b, reason: c}]\n', true],
    ['waivers: [{rule: a, subject: b}]\n', false],
    ['scope: county\n', false],
    ['year: 1999\n', false],
    ['unknown: 1\n', false],
  ])('sizheng.yaml %j', (text, valid) => {
    expect([accepts(workspaceJsonSchema(), text), reads(parseConfig, text)]).toEqual([valid, valid]);
  });

  it.each([
    ['title: a\npeople: [a, b]\nstatus: 撤下\nsubtitles: burned-in\n', true],
    ['presenter: 张三、李四\nnumber: 1\n', true],
    ['status: maybe\n', false],
    ['titel: a\n', false],
  ])('item.yaml %j', (text, valid) => {
    expect([accepts(itemJsonSchema(), text), reads(parseItemFile, text)]).toEqual([valid, valid]);
  });

  it('explains every key in Chinese', () => {
    for (const schema of [workspaceJsonSchema(), itemJsonSchema()]) {
      const properties = Object.entries(schema.properties as Record<string, { description?: string }>);
      for (const [key, { description }] of properties) expect(description, key).toMatch(/\p{Script=Han}/u);
    }
  });
});
