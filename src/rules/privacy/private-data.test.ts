import { expect, it } from 'vitest';
import type { TextSubject } from '../../model/rule.ts';
import { PRIVATE_KINDS, type PrivateDatum } from '../../model/text-facts.ts';
import { category, item, slot, testRule } from '../builders-for-tests.ts';
import { findRule } from '../catalogue.ts';

const PATH = '活动典型案例/01-破冰-甲大学/案例.docx';

const datum = (kind: PrivateDatum['kind'], masked: string, change: Partial<PrivateDatum> = {}): PrivateDatum => ({
  kind,
  masked,
  label: null,
  before: '',
  at: { paragraph: 12 },
  ...change,
});

function subject(privateData: readonly PrivateDatum[], change: Partial<TextSubject> = {}): TextSubject {
  return {
    item: item(),
    category: category(),
    slot: slot(),
    name: PATH,
    path: PATH,
    privateData,
    ...change,
  };
}

const anonymous = { category: category({ anonymous: true }) };
const signedForm = { slot: slot({ personalData: 'expected' }) };
const id = datum('id-number', '3301**********1236', { label: '身份证', before: '身份证：' });
const phones = [
  datum('phone', '138****5678', { at: { part: 'name' } }),
  datum('phone', '139****1111', { at: { line: 3, timeMs: 2000 }, label: '电话' }),
];

testRule('privacy/id-number', 'text', {
  accept: [
    ['a text without any', subject([])],
    ['another kind', subject(phones)],
  ],
  reject: [
    [
      'one',
      subject([id]),
      {
        grade: 'default',
        at: { paragraph: 12 },
        actual: '1',
        params: {
          path: PATH,
          spots: [{ paragraph: 12, found: '3301**********1236', label: '身份证', before: '身份证：' }],
        },
      },
    ],
    ['a work without a slot for it', subject([id], { slot: null }), { grade: 'default' }],
  ],
  notApplicable: [['a form that asks for it', subject([id], signedForm)]],
});

const declared = datum('name', '方**', { label: '学生', declaredFictional: true });

testRule('privacy/name', 'text', {
  accept: [['where the text says that none of its names are real', subject([declared])]],
  reject: [
    [
      'one beside such a name',
      subject([declared, datum('name', '张**', { label: '来访者' })]),
      {
        grade: 'default',
        at: { paragraph: 12 },
        actual: '1',
        params: { path: PATH, spots: [{ paragraph: 12, found: '张**', label: '来访者', before: '' }] },
      },
    ],
  ],
});

testRule('privacy/phone', 'text', {
  accept: [['another kind', subject([id])]],
  reject: [
    [
      'many in one finding, at the place of the first',
      subject([id, ...phones]),
      {
        grade: 'default',
        at: { part: 'name' },
        actual: '2',
        params: {
          path: PATH,
          spots: [
            { part: 'name', found: '138****5678', label: null, before: '' },
            { line: 3, timeMs: 2000, found: '139****1111', label: '电话', before: '' },
          ],
        },
      },
    ],
    ['one where nobody may be recognised', subject(phones, anonymous), { grade: 'anonymous' }],
  ],
  notApplicable: [['a form that asks for it', subject(phones, signedForm)]],
});

it.each([
  ['id-number', { default: 'error', anonymous: 'error' }],
  ['phone', { default: 'warning', anonymous: 'error' }],
  ['email', { default: 'warning', anonymous: 'error' }],
  ['bank-card', { default: 'warning', anonymous: 'error' }],
  ['student-number', { default: 'warning', anonymous: 'error' }],
  ['chat-id', { default: 'warning', anonymous: 'error' }],
  ['name', { default: 'info', anonymous: 'info' }],
] as const)('%s is as grave as the letter of the work allows', (kind, severities) => {
  expect(findRule(`privacy/${kind}`)?.severities).toEqual(severities);
});

it.each(PRIVATE_KINDS)('%s speaks of its own kind only', (kind) => {
  const rule = findRule(`privacy/${kind}`);
  const all = PRIVATE_KINDS.map((each) => datum(each, `${each}****`));
  const check = rule?.check(subject(all) as never, null as never);
  expect(check).toMatchObject({ breaches: [{ params: { spots: [{ found: `${kind}****` }] } }] });
});
