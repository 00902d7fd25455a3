/** Documents with bytes changed, cut out, put in twice: whatever comes, there is an answer, and soon. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentFacts } from '../../model/document-facts.ts';
import { FAILURE_REASONS, type Measured } from '../../model/facts.ts';
import { makeDoc } from './doc-for-tests.ts';
import { makeDocx, paragraph, relationships, run, textBox, xml } from './docx/docx-for-tests.ts';
import { CHINESE_FONT, LATIN_FONT, pageWith, stream } from './pdf-for-tests.ts';
import { createDocumentReader, type DocumentReader } from './reader.ts';
import { type BuiltWorker, buildWorker } from './worker-for-tests.ts';

/** `FUZZ_SEED=…` makes others; `FUZZ_ALL=1` makes as many of the slow formats as of the quick ones. */
const SEED = Number(process.env.FUZZ_SEED ?? 20270609);
const MANY = 2_000;
const SLOW = process.env.FUZZ_ALL === undefined ? 200 : MANY;
/** A busy machine, a new process for the reader. */
const MAX_MS = 5_000;

/** mulberry32. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Pick = ReturnType<typeof seeded>;

const MUTATIONS: readonly ((bytes: Buffer, pick: Pick) => Buffer)[] = [
  (bytes, pick) => changed(bytes, pick, (byte) => byte ^ (1 << pick(8))),
  (bytes, pick) => changed(bytes, pick, () => pick(256)),
  (bytes, pick) => changed(bytes, pick, () => [0, 0x7f, 0xff, 0x3c, 0x3e, 0x26][pick(6)] ?? 0),
  (bytes, pick) => spliced(bytes, pick, () => Buffer.alloc(0)),
  (bytes, pick) => spliced(bytes, pick, (piece) => Buffer.concat([piece, piece, piece])),
  (bytes, pick) => spliced(bytes, pick, (piece) => Buffer.from(piece).reverse()),
  (bytes, pick) => bytes.subarray(0, pick(bytes.length + 1)),
];

function changed(bytes: Buffer, pick: Pick, change: (byte: number) => number): Buffer {
  const at = pick(Math.max(bytes.length, 1));
  if (at < bytes.length) bytes.writeUInt8(change(bytes.readUInt8(at)) & 0xff, at);
  return bytes;
}

function spliced(bytes: Buffer, pick: Pick, change: (piece: Buffer) => Buffer): Buffer {
  const from = pick(bytes.length + 1);
  const to = Math.min(bytes.length, from + 1 + pick(64));
  return Buffer.concat([bytes.subarray(0, from), change(bytes.subarray(from, to)), bytes.subarray(to)]);
}

/** One change to four of them. */
function mutated(bytes: Uint8Array, pick: Pick): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let left = 1 + pick(4); left > 0; left -= 1)
    result = MUTATIONS[pick(MUTATIONS.length)]?.(result, pick) ?? result;
  return result;
}

const PRIVATE = '来访者张三，学号2021012345，电话13800138000。';
const DOCX = makeDocx({
  body: [
    paragraph('题目', '<w:pStyle w:val="1"/>'),
    paragraph(PRIVATE),
    `<w:p>${run('甲')}${textBox(paragraph('框'))}<w:del w:id="1">${run('删')}</w:del><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    `<w:tbl><w:tr><w:tc>${paragraph('格')}</w:tc></w:tr></w:tbl>`,
  ].join(''),
  links: [
    ['styles', 'styles.xml'],
    ['header', 'header1.xml'],
    ['comments', 'comments.xml'],
    ['image', 'http://example.com/a.png', true],
  ],
  packageLinks: [['metadata/core-properties', 'docProps/core.xml']],
  parts: {
    'word/styles.xml': xml('w:styles', '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'),
    'word/header1.xml': xml('w:hdr', paragraph('页眉')),
    'word/_rels/header1.xml.rels': relationships([]),
    'word/comments.xml': xml('w:comments', `<w:comment w:id="0">${paragraph('请改')}</w:comment>`),
    'docProps/core.xml': xml('cp:coreProperties', '<dc:creator>张三</dc:creator>'),
  },
});
const DOC = makeDoc({
  body: PRIVATE.repeat(20),
  footnotes: '脚注',
  comments: ['请改'],
  summary: { 2: '题目', 4: '张三' },
  storages: ['Macros'],
});
const PDF = Buffer.from(
  pageWith({
    content: stream('BT /F 12 Tf 1 0 0 1 50 700 Tm [(138)-50(0013)] TJ 0 -14 Td (8000) Tj ET /X6 Do'),
    font: LATIN_FONT,
    catalogue: '/OpenAction<</S/JavaScript/JS(a)>>',
    page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/Launch/F(a.exe)>>>>]',
    more: [
      stream('BT /F 9 Tf <d0c4c0ed> Tj ET', `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</Font<</F 7 0 R>>>>`),
      CHINESE_FONT,
    ],
  }),
  'latin1',
);
const MARKDOWN = strToU8(
  `---\ntitle: 题目\n---\n# 题目 #\n\n**学号：**2021012345\n\`\`\`\n# 一\n\`\`\`\n${`${PRIVATE}\n`.repeat(10)}`,
);

const PARTS = unzipSync(DOCX);
const PART_NAMES = Object.keys(PARTS);

/** The archive is sound; what is in it is not. */
function mutatedPart(pick: Pick): Uint8Array {
  const name = pick(2) === 0 ? 'word/document.xml' : (PART_NAMES[pick(PART_NAMES.length)] ?? '');
  return zipSync({ ...PARTS, [name]: mutated(PARTS[name] ?? new Uint8Array(), pick) }, { level: 0 });
}

const ELEMENTS =
  'p r t del ins moveFrom moveTo delText tab br tabs pPr rPr pStyle outlineLvl pPrChange txbxContent Fallback Choice rt tbl tr tc commentReference altChunk sdt instrText'.split(
    ' ',
  );

/** Well-formed, and as no writer would nest it. */
function grownXml(pick: Pick, depth = 0): string {
  const children = Array.from({ length: depth > 8 ? 0 : 1 + pick(4) }, () => {
    const name = `w:${ELEMENTS[pick(ELEMENTS.length)]}`;
    const attributes = pick(3) === 0 ? ` w:val="${pick(12)}" w:id="${pick(3)}"` : '';
    const inner = pick(3) === 0 ? '电话13800138000' : grownXml(pick, depth + 1);
    return pick(5) === 0 ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
  });
  return children.join('');
}

function grownDocx(pick: Pick): Uint8Array {
  const body = strToU8(xml('w:document', grownXml(pick)));
  return zipSync({ ...PARTS, 'word/document.xml': body }, { level: 0 });
}

/** Facts that hold together, or a reason why there are none. */
function isAnswer(facts: Measured<DocumentFacts>): boolean {
  if (!facts.ok) {
    const { reason, detail } = facts.failure;
    // No library's words: people read this in Chinese.
    return FAILURE_REASONS.includes(reason) && reason !== 'timeout' && (detail === null || /^E[A-Z]+$/.test(detail));
  }
  const { blocks, characters } = facts.value;
  return blocks.every(({ text }) => text.trim() !== '') && (characters === null || characters >= 0);
}

describe(`seed ${SEED}`, () => {
  let built: BuiltWorker;
  let reader: DocumentReader;
  beforeAll(async () => {
    built = await buildWorker();
    reader = createDocumentReader({ worker: built.url });
  });
  afterAll(async () => {
    reader.close();
    await built.remove();
  });

  async function read(bytes: Uint8Array, format: string): Promise<Measured<DocumentFacts>> {
    const location = join(built.folder, `fuzz.${format}`);
    await writeFile(location, bytes);
    return reader.read({ location, sizeBytes: bytes.length }, format);
  }

  it('starts from documents that can be read', async () => {
    const read4 = await Promise.all([read(DOCX, 'docx'), read(DOC, 'doc'), read(PDF, 'pdf'), read(MARKDOWN, 'md')]);
    expect(read4.map((one) => one.ok && one.value.wordCount !== 0)).toEqual([true, true, true, true]);
    expect(strFromU8(unzipSync(DOCX)['word/document.xml'] ?? new Uint8Array())).toContain('13800138000');
  });

  it.each<[string, string, number, (pick: Pick) => Uint8Array]>([
    ['docx, in the archive', 'docx', MANY, (pick) => mutated(DOCX, pick)],
    ['docx, in a part', 'docx', MANY, mutatedPart],
    ['docx, of parts that nobody wrote', 'docx', MANY / 4, grownDocx],
    ['md', 'md', MANY / 2, (pick) => mutated(MARKDOWN, pick)],
    ['txt', 'txt', MANY / 2, (pick) => mutated(MARKDOWN, pick)],
    ['doc', 'doc', SLOW, (pick) => mutated(DOC, pick)],
    ['pdf', 'pdf', SLOW, (pick) => mutated(PDF, pick)],
  ])(
    '%s',
    async (_, format, count, make) => {
      const wrong: string[] = [];
      for (let round = 0; round < count; round += 1) {
        const bytes = make(seeded(Math.imul(SEED, 0x9e3779b1) + round));
        const start = performance.now();
        const facts = await read(bytes, format);
        if (performance.now() - start > MAX_MS) wrong.push(`round ${round}: slow`);
        if (!isAnswer(facts)) wrong.push(`round ${round}: ${JSON.stringify(facts)}`);
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});
