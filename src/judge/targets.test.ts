import { describe, expect, it } from 'vitest';
import { type DocumentFacts, NO_EXTRAS } from '../model/document-facts.ts';
import type { Facts, FileFacts, VideoFacts } from '../model/facts.ts';
import { ownTextKey } from '../model/item-ids.ts';
import type { Asset, Item } from '../model/submission.ts';
import type { SubtitleFacts } from '../model/subtitle-facts.ts';
import { toColumns } from '../text/subtitle/cue-columns.ts';
import { CONFIG, itemOf, NO_TEMPLATES, SPEC } from './cases-for-tests.ts';
import { makeContext } from './context.ts';
import { assetTargets, materialsOf } from './targets.ts';

const FOLDER = '心理微课/01-睡眠';
const VIDEO = `${FOLDER}/微课.mp4`;
const [LESSON] = SPEC.categories;

const DOCUMENT: DocumentFacts = {
  kind: 'document',
  format: 'docx',
  characters: 4,
  wordCount: 4,
  pages: null,
  firstLine: '一二三四',
  blocks: [
    { text: '01 睡眠', at: { paragraph: 1 }, heading: 1 },
    { text: '一二三四', at: { paragraph: 2 } },
  ],
  privateData: [{ kind: 'phone', masked: '139****5678', label: null, before: '', at: { paragraph: 2 } }],
  extras: NO_EXTRAS,
};
const SUBTITLES: SubtitleFacts = {
  ...{ kind: 'subtitle', format: 'mov_text', encoding: 'utf-8', hadBom: false, languages: ['zh'], cueCount: 1 },
  ...{ firstMs: 0, lastMs: 1000, coveredMs: 1000, spans: [[0, 1000]] },
  cues: toColumns([
    { line: 1, startMs: 0, endMs: 1000, lines: [{ line: 1, text: '你好', columns: 4, characters: 2, script: 'han' }] },
  ]),
  faults: [],
  privateData: [],
};

function asset(path: string, change: Partial<Asset>): Asset {
  return { slot: 'intro', kind: 'document', path, sizeBytes: 1, source: { type: 'file' }, ...change };
}

function known(path: string, value: Facts): [string, FileFacts] {
  return [path, { type: { kind: value.kind, format: null }, content: { ok: true, value } }];
}

function targetsOf(assets: readonly Asset[], facts: readonly [string, FileFacts][], change: Partial<Item> = {}) {
  const item = { ...itemOf('01-睡眠'), assets, ...change };
  const context = makeContext({
    ...{ spec: SPEC, config: CONFIG, entries: [], digests: new Map(), templates: NO_TEMPLATES, atMs: 0 },
    submission: { items: [item], assets: [], strays: [], junk: [], emptyFolders: [], unmatchedRows: [] },
    facts: new Map(facts),
    fieldTexts: new Map([[ownTextKey(item.id, 'intro'), { ...DOCUMENT, format: 'text' }]]),
  });
  if (LESSON === undefined) throw new Error('no category');
  return assetTargets(item, LESSON, materialsOf(item, LESSON, context)).map(({ on, subject, name, place }) => ({
    on,
    subject,
    name,
    place,
  }));
}

describe('a text is judged wherever it lies', () => {
  const at = { item: FOLDER, category: 'lesson' };

  it('in a file of its own: as a document, and as a text', () => {
    const path = `${FOLDER}/简介.docx`;
    expect(targetsOf([asset(path, {})], [known(path, DOCUMENT)])).toMatchObject([
      { on: 'document', name: path, subject: { facts: DOCUMENT }, place: { path, ...at } },
      { on: 'text', name: path, subject: { privateData: DOCUMENT.privateData } },
    ]);
  });

  it('in the sheet: by the name of the work, at its row', () => {
    const source = { type: 'text', from: 'sheet', characters: 4 } as const;
    const [document, text] = targetsOf([asset('作品信息.xlsx', { source })], [], { sheetLine: 7 });
    const place = { path: '作品信息.xlsx', line: 7, ...at };
    expect(document).toMatchObject({
      on: 'document',
      name: `${FOLDER}#intro`,
      subject: { facts: { format: 'text' } },
      place,
    });
    expect(text).toMatchObject({ on: 'text', name: `${FOLDER}#intro`, place });
  });

  it('in a document of many: its own section alone', () => {
    const path = '简介汇总.docx';
    const [document] = targetsOf(
      [asset(path, { source: { type: 'section', first: 1, last: 1 } })],
      [known(path, DOCUMENT)],
    );
    expect(document).toMatchObject({ name: `${FOLDER}#intro`, subject: { facts: { blocks: [{ text: '一二三四' }] } } });
  });

  it('in a track of the video; the video itself is told of once', () => {
    const track = { index: 2, codec: 'mov_text', language: 'chi', content: { ok: true, value: SUBTITLES } } as const;
    const video = { kind: 'video', subtitles: [track] } as unknown as VideoFacts;
    const assets = [
      asset(VIDEO, { slot: 'video', kind: 'video' }),
      asset(VIDEO, { slot: 'subtitle', kind: 'subtitle', source: { type: 'track', index: 2 } }),
    ];
    expect(targetsOf(assets, [known(VIDEO, video)]).map(({ on, name, place }) => [on, name, place.track])).toEqual([
      ['video', VIDEO, undefined],
      ['subtitle', `${VIDEO}#2`, 2],
      ['text', `${VIDEO}#2`, 2],
    ]);
  });

  it('nowhere, where the subtitles are declared to be in the picture', () => {
    const source = { type: 'declared', from: 'item.yaml' } as const;
    expect(targetsOf([asset('item.yaml', { slot: 'subtitle', kind: 'subtitle', source })], [])).toEqual([]);
  });
});

describe('what was not read', () => {
  it('has no subject: its rules are skipped', () => {
    const path = `${FOLDER}/简介.docx`;
    const failure = { ok: false, failure: { reason: 'damaged', detail: null } } as const;
    const facts: FileFacts = { type: { kind: 'document', format: 'docx' }, content: failure };
    expect(targetsOf([asset(path, {})], [[path, facts]]).map(({ on, subject }) => [on, subject])).toEqual([
      ['document', null],
      ['text', null],
    ]);
  });
});

describe('names', () => {
  const path = `${FOLDER}/简介 13912345678.docx`;

  it('that hold private data are part of the text they name', () => {
    const [, text] = targetsOf([asset(path, {})], [known(path, { ...DOCUMENT, privateData: [] })]);
    expect(text?.subject).toMatchObject({ privateData: [{ kind: 'phone', at: { part: 'name' } }] });
  });

  it('of what holds no text, and of the folder, are texts of their own only then', () => {
    const poster = `${FOLDER} 13912345678/海报.png`;
    const assets = [asset(poster, { slot: 'poster', kind: 'image' })];
    expect(targetsOf(assets, [], { folder: `${FOLDER} 13912345678` })).toMatchObject([
      { on: 'text', name: `${FOLDER} 13912345678`, subject: { privateData: [{ kind: 'phone' }] } },
    ]);
    expect(targetsOf(assets, [], { folder: FOLDER })).toEqual([]);
  });
});
