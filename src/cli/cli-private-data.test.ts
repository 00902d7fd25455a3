/** Private data are planted wherever a text can lie; what the program prints, packs as its report or keeps holds none of them whole. */
import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { SHEET_NAME, STATE_FOLDER } from '../model/file-names.ts';
import type { Report } from '../model/report.ts';
import { PRIVATE_KINDS } from '../model/text-facts.ts';
import { AT, LESSON_2, LESSON_4, Room } from './run-for-tests.ts';

/** All invented; check digits hold (GB 11643-1999, Luhn). */
const SECRETS = {
  'id-number': '33010619990815102X',
  phone: '13912345678',
  email: 'wangxiaoming1999@example.com',
  'bank-card': '6222021234567890128',
  'student-number': '2021034567',
  'chat-id': '1234567890',
  name: '王小明',
} as const satisfies Record<(typeof PRIVATE_KINDS)[number], string>;

/** A careless text: one sentence a kind. */
const SENTENCES = [
  `来访者${SECRETS.name}主动来预约咨询。`,
  `身份证号：${SECRETS['id-number']}`,
  `手机 ${SECRETS.phone}，随时可以打。`,
  `个人邮箱 ${SECRETS.email}。`,
  `银行卡号 ${SECRETS['bank-card']}`,
  `学号：${SECRETS['student-number']}`,
  `QQ：${SECRETS['chat-id']}`,
];

/** The same on one line, for a name of a file. */
const IN_A_NAME = `学生${SECRETS.name} 学号${SECRETS['student-number']} QQ${SECRETS['chat-id']}`;

const SUBTITLES = `${LESSON_2}/字幕/睡眠调整.srt`;
const LESSON_3 = '心理微课/03-人际交往与朋辈互助-丙师范大学';
const CASE = '活动典型案例/02-晨跑体育锻炼打卡-甲大学';
const PLAN = '会商指导方案/04-网络沉迷与学业预警学生跨校会商-己理工大学';

const room = new Room();
afterAll(() => room.close());

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraphs = (lines: readonly string[]) =>
  lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('');

const relations = (targets: Readonly<Record<string, string>>) => {
  const all = Object.entries(targets).map(
    ([type, target]) =>
      `<Relationship Id="${type}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
};

/** Private data in every part of a .docx that people write into. */
function docx(): Uint8Array {
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations({ officeDocument: 'word/document.xml', 'core-properties': 'docProps/core.xml' }),
    'word/_rels/document.xml.rels': relations({
      header: 'header1.xml',
      footnotes: 'footnotes.xml',
      comments: 'comments.xml',
    }),
    'word/document.xml': `<w:document ${W}><w:body>${paragraphs(['晨跑打卡活动总结', ...SENTENCES])}</w:body></w:document>`,
    'word/header1.xml': `<w:hdr ${W}>${paragraphs(SENTENCES)}</w:hdr>`,
    'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="2">${paragraphs(SENTENCES)}</w:footnote></w:footnotes>`,
    'word/comments.xml': `<w:comments ${W}><w:comment w:id="0" w:author="${SECRETS.name}">${paragraphs(SENTENCES)}</w:comment></w:comments>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${SECRETS.name}</dc:creator></cp:coreProperties>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** Works whose names, and whose files' names, hold private data. */
const NAMED_WORK = `活动典型案例/02-晨跑打卡 ${SECRETS.phone}-甲大学`;
const NAMED_FILES = [
  `附件 ${SECRETS['id-number']}.docx`,
  `${IN_A_NAME}.docx`,
  `${SECRETS.email} ${SECRETS['bank-card']}.docx`,
];

beforeAll(async () => {
  room.good('batch');
  const at = (path: string) => room.at('batch', path);
  appendFileSync(at(`${PLAN}/方案.txt`), `\n${SENTENCES.join('\n')}\n`);
  room.write(docx(), 'batch', CASE, '案例.docx');
  for (const name of NAMED_FILES) room.write(docx(), 'batch', CASE, name);
  renameSync(at(CASE), at(NAMED_WORK));
  const cues = SENTENCES.map(
    (text, index) => `\n${900 + index}\n00:15:${20 + 2 * index},000 --> 00:15:${21 + 2 * index},500\n${text}\n`,
  );
  appendFileSync(at(SUBTITLES), cues.join(''));
  rmSync(at(`${LESSON_4}/简介.docx`));
  appendFileSync(at(`${LESSON_4}/item.yaml`), `intro: ${JSON.stringify(SENTENCES.join('\n'))}\n`);
  rmSync(at(`${LESSON_3}/简介.md`));
  const rows = [
    ['序号', '类别', '题目', '简介'],
    ['03', '心理微课', '人际交往与朋辈互助', SENTENCES.join('\n')],
  ];
  room.write(await writeExcelFile(rows).toBuffer(), 'batch', SHEET_NAME);
}, 60_000);

/** The secrets that a text holds whole. */
function leaksIn(text: string): string[] {
  return Object.values(SECRETS).filter((secret) => text.includes(secret));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

it('every kind is found, in every kind of text', async () => {
  const report = await room.report(['batch', ...AT]);
  const places = (rule: string) =>
    report.findings.filter((finding) => finding.rule === rule).map(({ place }) => place.path?.split('/').at(-1));
  for (const kind of PRIVATE_KINDS) {
    expect(places(`privacy/${kind}`), kind).toEqual(
      expect.arrayContaining(['方案.txt', '案例.docx', '睡眠调整.srt', 'item.yaml', SHEET_NAME]),
    );
  }
  expect(places('privacy/author')).toContain('案例.docx');
});

it.each([
  ['validate', 'batch', ...AT],
  ['validate', 'batch', '--verbose', ...AT],
  ['validate', 'batch', '--verbose', '--lang', 'en', ...AT],
  ['validate', 'batch', '--reporter', 'json', ...AT],
  ['validate', `batch/${PLAN}/方案.txt`, '--verbose', ...AT],
  ['status', 'batch', ...AT],
  ['fix', 'batch'],
  ['fix', 'batch', '--json'],
  ['pack', 'batch', '--draft', '--yes', '-o', 'draft.zip', ...AT],
])('%s %s %s %s %s tells of none whole', async (...args) => {
  const { stdout, stderr } = await room.run(args);
  expect(stdout).not.toBe('');
  expect(leaksIn(stdout + stderr)).toEqual([]);
});

it('nor does the report in a package', () => {
  const entries = unzipSync(readFileSync(room.at('draft.zip')));
  const reports = Object.entries(entries).filter(([name]) => name.endsWith('/sizheng-report.json'));
  expect(reports.length).toBeGreaterThan(0);
  for (const [name, bytes] of reports) expect(leaksIn(Buffer.from(bytes).toString('utf8')), name).toEqual([]);
});

it('nothing is kept of them', async () => {
  const folder = room.at('batch', STATE_FOLDER);
  const kept = filesUnder(folder).filter((path) => !path.startsWith(join(folder, 'backup')));
  expect(kept.length).toBeGreaterThan(0);
  for (const path of kept) expect(leaksIn(path + readFileSync(path, 'utf8')), path).toEqual([]);
  // A second run, from what was kept, finds the same.
  const [cold, warm]: Report[] = [
    await room.report(['batch', '--no-cache', ...AT]),
    await room.report(['batch', ...AT]),
  ];
  expect(warm?.findings).toEqual(cold?.findings);
});
