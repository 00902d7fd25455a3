import { expect, it } from 'vitest';
import type { Limit } from '../../model/spec.ts';
import { context, documentSubject, requirement, spec, testRule } from '../builders-for-tests.ts';
import { documentShort } from './length.ts';

const limit = (change: Partial<Extract<Limit, { type: 'number' }>>): Limit => ({
  type: 'number',
  field: 'wordCount',
  oneOf: null,
  min: null,
  max: null,
  ...change,
});
/** A text of so many 字 in a slot that asks for these. */
const text = (
  wordCount: number | null,
  asked: Partial<Extract<Limit, { type: 'number' }>>,
  clause: string | null = null,
) => documentSubject({ wordCount, characters: wordCount }, { requirements: [requirement(limit(asked), { clause })] });

const limits = (own: Record<string, number>) =>
  context({ spec: spec({ rules: { 'document/short': { severity: null, off: null, limits: own } } }) });

testRule('document/short', 'document', {
  accept: [
    ['just enough', text(200, { min: 200 })],
    ['too much, which is another rule’s', text(900, { min: 200, max: 500 })],
    ['one of a list', text(300, { oneOf: [200, 300] })],
    ['few, and as many as the spec wants', text(5, { min: 5 })],
    ['something to read', documentSubject({ wordCount: 11 })],
    ['little, for a spec that takes it', documentSubject({ wordCount: 3 }), limits({ fewWords: 2 })],
  ],
  reject: [
    [
      'hardly anything, where nothing is asked',
      documentSubject({ wordCount: 10 }),
      { grade: 'few', actual: '10', expected: '>= 11', params: { actual: '10', few: true } },
    ],
    ['hardly anything, where only a most is asked', text(3, { max: 500 }), { grade: 'few' }],
    [
      'what a spec calls hardly anything',
      documentSubject({ wordCount: 30 }),
      { grade: 'few' },
      limits({ fewWords: 30 }),
    ],
    [
      'too little, by the province’s own wish',
      text(199, { min: 200 }),
      {
        grade: 'default',
        clause: null,
        actual: '199',
        expected: '>= 200',
        params: { actual: '199', binding: null, limit: { min: '200', max: null, oneOf: null } },
      },
    ],
    [
      'too little, by the letter',
      text(199, { min: 200, max: 500 }, 'asked'),
      { grade: 'clause', clause: 'asked', expected: '200-500', params: { binding: 'should' } },
    ],
    ['between those of a list', text(250, { oneOf: [200, 300] }), { expected: '200 | 300' }],
  ],
  skip: [['a text that nobody reads', text(null, { min: 200 })]],
  notApplicable: [
    ['no text at all, which is another rule’s', text(0, { min: 200 })],
    ['a stamped page', documentSubject({ wordCount: 3 }, { scan: 'expected' })],
    ['a text that nobody reads and nothing is asked of', documentSubject({ wordCount: null, characters: null })],
    ['a file beside the material', { ...documentSubject({ wordCount: 3 }), slot: null }],
  ],
});

testRule('document/long', 'document', {
  accept: [
    ['just not too much', text(500, { max: 500 })],
    ['too little, which is another rule’s', text(1, { min: 200, max: 500 })],
  ],
  reject: [
    ['too much', text(501, { max: 500 }), { grade: 'default', actual: '501', expected: '<= 500' }],
    ['more than all of a list', text(301, { oneOf: [200, 300] }), { expected: '200 | 300' }],
  ],
  skip: [['a text that nobody reads', text(null, { max: 500 })]],
  notApplicable: [['no limit', documentSubject({ wordCount: 1 })]],
});

it('names the clauses that ask for a length', () => {
  const { category, slot } = text(1, { min: 200 }, 'asked');
  const slots = slot === null ? [] : [slot];
  expect(documentShort.clausesOf?.(spec({ categories: [{ ...category, slots }] }))).toEqual(['asked']);
});
