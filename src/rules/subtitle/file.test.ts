import type { FileFacts } from '../../model/facts.ts';
import type { ItemSubject, RuleContext } from '../../model/rule.ts';
import type { Asset } from '../../model/submission.ts';
import type { SubtitleText } from '../../model/subtitle-facts.ts';
import { toColumns } from '../../text/subtitle/cue-columns.ts';
import {
  asset,
  category,
  context,
  entrySubject,
  found,
  item,
  slot,
  testRule,
  video,
  withFacts,
} from '../builders-for-tests.ts';
import { fault, SUBTITLE_PATH as PATH, subtitle } from './facts-for-tests.ts';

const SLOT = slot({ id: 'subtitle', name: '字幕', kinds: ['subtitle'], max: null, language: 'zh', clause: 'asked' });

function measured(change: Partial<SubtitleText>): FileFacts {
  const text = subtitle([[0, 1000, '一']], change);
  return found('subtitle', { ok: true, value: { ...text, cues: toColumns(text.cues) } });
}
const failed = (reason: 'undecodable' | 'no-cues') =>
  found('subtitle', { ok: false, failure: { reason, detail: null } });

const filed = { ...entrySubject(PATH), asset: asset(PATH, { slot: 'subtitle', kind: 'subtitle' }) };
const extra = { ...entrySubject(PATH), asset: asset(PATH, { slot: null, kind: 'subtitle' }) };

testRule('subtitle/encoding', 'entry', {
  accept: [
    ['UTF-8', filed, withFacts(PATH, measured({}))],
    ['UTF-8 with a mark in front', filed, withFacts(PATH, measured({ hadBom: true }))],
  ],
  reject: [
    [
      'GBK',
      filed,
      { actual: 'gb18030', expected: 'utf-8', params: { path: PATH, encoding: 'gb18030' } },
      withFacts(PATH, measured({ encoding: 'gb18030' })),
    ],
    ['UTF-16', filed, { actual: 'utf-16le' }, withFacts(PATH, measured({ encoding: 'utf-16le' }))],
    [
      'what nobody can decode',
      filed,
      { grade: 'undecodable', expected: 'utf-8', params: { encoding: null } },
      withFacts(PATH, failed('undecodable')),
    ],
  ],
  skip: [
    ['a file that was not measured', filed],
    ['a file without a cue, which is another rule’s', filed, withFacts(PATH, failed('no-cues'))],
  ],
  notApplicable: [
    ['a file that fills no slot', extra, withFacts(PATH, failed('undecodable'))],
    ['a video', entrySubject('微课.mp4')],
  ],
});

testRule('file/unreadable', 'entry', {
  reject: [
    [
      'an undecodable file that fills no slot',
      extra,
      { params: { reason: 'undecodable' } },
      withFacts(PATH, failed('undecodable')),
    ],
    ['subtitles without a cue', filed, { params: { reason: 'no-cues' } }, withFacts(PATH, failed('no-cues'))],
  ],
  notApplicable: [['subtitles that nobody can decode', filed, withFacts(PATH, failed('undecodable'))]],
});

const ENGLISH = '心理微课/01-睡眠-甲大学/字幕.en.srt';
const FILM = '心理微课/01-睡眠-甲大学/微课.mp4';
const file = (path: string) => asset(path, { slot: 'subtitle', kind: 'subtitle' });
const track: Asset = { ...file(FILM), source: { type: 'track', index: 2 } };
const declared: Asset = { ...file('item.yaml'), source: { type: 'declared', from: 'item.yaml' } };

function work(...assets: Asset[]): ItemSubject {
  return { item: item({ assets }), category: category({ slots: [SLOT] }) };
}
function knowing(facts: Record<string, FileFacts>): RuleContext {
  return context({ facts: new Map(Object.entries(facts)) });
}
function film(content: ReturnType<typeof measured>['content']): FileFacts {
  const own = content as Extract<typeof content, { value: { kind: 'subtitle' } }> | null;
  const tracks = [{ index: 2, codec: 'mov_text', language: 'zho', content: own }];
  return found('video', { ok: true, value: video({ subtitles: tracks }) });
}
const english = measured({ languages: ['en'] });

testRule('subtitle/language', 'item', {
  accept: [
    ['Chinese', work(file(PATH)), knowing({ [PATH]: measured({}) })],
    ['two languages in one', work(file(PATH)), knowing({ [PATH]: measured({ languages: ['en', 'zh'] }) })],
    [
      'two files, one of them Chinese',
      work(file(ENGLISH), file(PATH)),
      knowing({ [ENGLISH]: english, [PATH]: measured({}) }),
    ],
    ['a Chinese track', work(track), knowing({ [FILM]: film(measured({}).content) })],
  ],
  reject: [
    [
      'English alone',
      work(file(ENGLISH)),
      {
        clause: 'asked',
        at: { path: ENGLISH },
        actual: 'en',
        expected: 'zh',
        params: { languages: ['en'], files: [ENGLISH], wanted: 'zh' },
      },
      knowing({ [ENGLISH]: english }),
    ],
    ['an English track', work(track), { params: { files: [FILM] } }, knowing({ [FILM]: film(english.content) })],
    ['no language at all', work(file(PATH)), { actual: '' }, knowing({ [PATH]: measured({ languages: [] }) })],
  ],
  skip: [
    ['what was not measured', work(file(PATH))],
    [
      'what could not be read beside what is not Chinese',
      work(file(ENGLISH), file(PATH)),
      knowing({ [ENGLISH]: english, [PATH]: failed('undecodable') }),
    ],
    [
      'garbled text',
      work(file(PATH)),
      knowing({
        [PATH]: measured({ languages: ['other'], faults: [fault({ kind: 'mojibake', detail: 'replacement' })] }),
      }),
    ],
    [
      'a file without a cue that can be read',
      work(file(PATH)),
      knowing({ [PATH]: measured({ cueCount: 0, languages: [] }) }),
    ],
    ['a track that is not read', work(track), knowing({ [FILM]: film(null) })],
  ],
  notApplicable: [
    ['a work without subtitles, which is another rule’s', work()],
    ['subtitles declared to be in the picture', work(declared, file(ENGLISH)), knowing({ [ENGLISH]: english })],
    [
      'a slot that asks no language',
      { item: item({ assets: [file(ENGLISH)] }), category: category({ slots: [{ ...SLOT, language: null }] }) },
      knowing({ [ENGLISH]: english }),
    ],
  ],
});
