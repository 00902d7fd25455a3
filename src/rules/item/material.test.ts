import type { ItemSubject } from '../../model/rule.ts';
import type { Slot } from '../../model/spec.ts';
import type { Asset } from '../../model/submission.ts';
import {
  asset,
  category,
  context,
  entry,
  found,
  item,
  slot,
  spec,
  submission,
  testRule,
  video,
} from '../builders-for-tests.ts';

const FOLDER = '心理微课/01-睡眠-甲大学';
const SUBTITLE = slot({
  id: 'subtitle',
  name: '字幕',
  kinds: ['subtitle'],
  max: null,
  clause: 'asked',
  declarable: true,
});
const POSTER = slot({ id: 'poster', name: '封面', kinds: ['image'], min: 0, max: null });

function work(slots: readonly Slot[], ...assets: Asset[]): ItemSubject {
  return { item: item({ assets }), category: category({ slots }) };
}
const film = (name: string) => asset(`${FOLDER}/${name}`);
const cues = (name: string) => asset(`${FOLDER}/${name}`, { slot: 'subtitle', kind: 'subtitle' });
const extra = (name: string) => asset(`${FOLDER}/${name}`, { slot: null, kind: null });

testRule('item/missing-asset', 'item', {
  accept: [
    ['a work with all that is asked', work([slot(), SUBTITLE], film('微课.mp4'), cues('字幕.srt'))],
    [
      'a track in the film',
      work([slot(), SUBTITLE], film('微课.mp4'), { ...cues('微课.mp4'), source: { type: 'track', index: 2 } }),
    ],
    [
      'subtitles declared to be in the picture',
      work([slot(), SUBTITLE], film('微课.mp4'), {
        ...cues('item.yaml'),
        source: { type: 'declared', from: 'item.yaml' },
      }),
    ],
  ],
  reject: [
    [
      'a work without subtitles',
      work([slot(), SUBTITLE], film('微课.mp4')),
      {
        clause: 'asked',
        at: { path: FOLDER },
        actual: '0',
        expected: '>= 1',
        params: { slot: '字幕', into: FOLDER, binding: 'should' },
      },
    ],
    ['a work without anything', work([slot(), SUBTITLE]), [{ params: { slot: '视频' } }, { params: { slot: '字幕' } }]],
    [
      'one file where two are asked',
      work([slot({ min: 2, max: 3 })], film('微课.mp4')),
      { actual: '1', expected: '>= 2' },
    ],
    [
      'a flat group, to be put beside its files',
      {
        item: item({ folder: null, itemFile: '心理微课/02-睡眠.item.yaml', assets: [film('02-睡眠.mp4')] }),
        category: category({ slots: [SUBTITLE] }),
      },
      { at: { path: '心理微课' }, params: { into: '心理微课', stem: '02-睡眠' } },
    ],
    [
      'a work that no document of all texts speaks of',
      work([SUBTITLE]),
      { params: { searched: ['简介汇总.docx', '心理微课/简介合集.docx'] } },
      context({
        spec: spec({ slots: [slot({ id: 'texts', sections: 'subtitle' }), slot({ id: 'letter' })] }),
        submission: submission([], {
          assets: [
            asset('简介汇总.docx', { slot: 'texts' }),
            asset('报送函.docx', { slot: 'letter' }),
            asset('心理微课/简介合集.docx', { slot: 'texts' }),
            asset('乙大学/简介汇总.docx', { slot: 'texts' }),
          ],
        }),
      }),
    ],
  ],
  skip: [['a work that may lie in an archive', work([slot()], extra('材料.zip'))]],
  notApplicable: [['a category that asks for nothing', work([POSTER])]],
});

testRule('item/ambiguous', 'item', {
  accept: [
    ['one film', work([slot()], film('微课.mp4'))],
    ['many where the slot takes many', work([SUBTITLE], cues('a.srt'), cues('b.srt'), cues('c.srt'))],
    [
      'a film and a track in it',
      work([slot()], film('微课.mp4'), { ...film('微课.mp4'), source: { type: 'track', index: 0 } }),
    ],
    ['two versions, which is another rule’s', work([slot()], film('微课.mp4'), film('微课-终稿.mp4'))],
  ],
  reject: [
    [
      'two films',
      work([slot()], film('微课.mp4'), film('花絮.mp4')),
      {
        at: { path: `${FOLDER}/微课.mp4`, other: `${FOLDER}/花絮.mp4` },
        actual: '2',
        expected: '<= 1',
        params: {
          files: [
            { path: `${FOLDER}/微课.mp4`, sizeBytes: 1, modified: '05-20 10:00', durationMs: 1_000_000 },
            { path: `${FOLDER}/花絮.mp4`, sizeBytes: 1, modified: '01-01 08:00', durationMs: null },
          ],
        },
      },
      context({
        entries: new Map([[`${FOLDER}/微课.mp4`, entry('', { mtimeNs: `${Date.UTC(2027, 4, 20, 2)}000000` })]]),
        facts: new Map([[`${FOLDER}/微课.mp4`, found('video', { ok: true, value: video() })]]),
      }),
    ],
  ],
});

const TEXTS = slot({ id: 'text', kinds: ['document'], max: null });
const numbered = (slotId: string) =>
  ['贴士(1).x', '贴士(2).x', '贴士(3).x'].map((name) => asset(`${FOLDER}/${name}`, { slot: slotId }));

const pair = (left: string, right: string) =>
  [`${left} and ${right}`, work([slot()], film(left), film(right)), { at: { other: `${FOLDER}/${right}` } }] as const;

testRule('item/versions', 'item', {
  accept: [
    ['two works of different names', work([slot()], film('微课.mp4'), film('花絮.mp4'))],
    ['one film in two containers', work([slot()], film('微课.mp4'), film('微课.mov'))],
    ['pictures that are numbered', work([POSTER], ...numbered('poster'))],
    ['texts of one set that are numbered', work([TEXTS], ...numbered('text'))],
  ],
  reject: [
    pair('微课.mp4', '微课终稿.mp4'),
    pair('微课.mp4', '微课最终版2.mp4'),
    pair('微课.mp4', '微课(1).mp4'),
    pair('微课.mp4', '微课 - 副本.mp4'),
    pair('微课.mp4', '微课_v2.mp4'),
    pair('微课定稿.mp4', '微课修改稿.mp4'),
  ],
});
