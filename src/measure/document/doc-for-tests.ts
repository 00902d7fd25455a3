/** Binary Word documents ([MS-DOC] in [MS-CFB]), as small as a reader accepts. Used by tests only. */

const SECTOR = 512;
const FREE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;
const FAT_SECTOR = 0xfffffffd;
/** Every stream is as long as the shortest that lies in sectors of its own, or longer. */
const STREAM_BYTES = 4096;
const TEXT_OFFSET = 0x800;
const CLX_OFFSET = 0x100;

export interface DocContent {
  /** Paragraphs end with CR. */
  readonly body: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly textBoxes?: string;
  /** The text of each comment. */
  readonly comments?: readonly string[];
  readonly encrypted?: boolean;
  /** By identifier ([MS-OLEPS] 3.1). */
  readonly summary?: Readonly<Record<number, string>>;
  readonly documentSummary?: Readonly<Record<number, string>>;
  /** Names of storages with something in them. */
  readonly storages?: readonly string[];
}

export function makeDoc(content: DocContent): Buffer {
  const { summary = {}, documentSummary = {}, storages = [] } = content;
  const texts = textsOf(content);
  return compoundFile(
    [
      ['WordDocument', mainStream(content, texts)],
      ['1Table', tableStream(texts.join('').length)],
      ['\u0005SummaryInformation', propertySet(summary)],
      ['\u0005DocumentSummaryInformation', propertySet(documentSummary)],
    ],
    storages,
  );
}

/** Body, footnotes, comments, endnotes, text boxes: the order in which the text stands (2.4.1). */
function textsOf({ body, footnotes = '', comments = [], endnotes = '', textBoxes = '' }: DocContent): string[] {
  return [
    `${body}\r`,
    ...[footnotes, comments.join('\r'), endnotes, textBoxes].map((text) => (text ? `${text}\r\r` : '')),
  ];
}

function mainStream({ comments = [], encrypted = false }: DocContent, texts: readonly string[]): Buffer {
  const text = Buffer.from(texts.join(''), 'utf16le');
  const stream = Buffer.alloc(Math.max(STREAM_BYTES, TEXT_OFFSET + text.length));
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 10);
  const lengths = texts.map(({ length }) => length);
  for (const [index, offset] of [0x4c, 0x50, 0x5c, 0x60, 0x64].entries())
    stream.writeUInt32LE(lengths[index] ?? 0, offset);
  stream.writeUInt32LE(comments.length === 0 ? 0 : 4 + 34 * comments.length, 0xbe);
  stream.writeUInt32LE(CLX_OFFSET, 0x1a2);
  text.copy(stream, TEXT_OFFSET);
  return stream;
}

/** One piece holds the whole text (2.8.35). */
function tableStream(characters: number): Buffer {
  const stream = Buffer.alloc(STREAM_BYTES);
  stream.writeUInt8(2, CLX_OFFSET);
  stream.writeUInt32LE(16, CLX_OFFSET + 1);
  stream.writeUInt32LE(characters, CLX_OFFSET + 9);
  stream.writeUInt32LE(TEXT_OFFSET, CLX_OFFSET + 15);
  return stream;
}

function propertySet(values: Readonly<Record<number, string>>): Buffer {
  const set = Buffer.alloc(STREAM_BYTES);
  const section = 48;
  set.writeUInt16LE(0xfffe, 0);
  set.writeUInt32LE(1, 24);
  set.writeUInt32LE(section, 44);
  const entries = Object.entries(values);
  set.writeUInt32LE(entries.length + 1, section + 4);
  set.writeUInt32LE(1, section + 8);
  set.writeUInt32LE(1_000, section + 12);
  set.writeUInt16LE(2, section + 1_000);
  set.writeUInt16LE(65_001, section + 1_004);
  for (const [index, [id, value]] of entries.entries()) {
    const offset = 1_100 + index * 100;
    set.writeUInt32LE(Number(id), section + 16 + index * 8);
    set.writeUInt32LE(offset, section + 20 + index * 8);
    set.writeUInt32LE(0x1e, section + offset);
    set.writeUInt32LE(Buffer.byteLength(value) + 1, section + offset + 4);
    set.write(value, section + offset + 8);
  }
  return set;
}

/** Header, one sector of FAT, three of directory, then the streams, each in one piece. */
function compoundFile(streams: readonly (readonly [string, Buffer])[], storages: readonly string[]): Buffer {
  const fat = [FAT_SECTOR, 2, 3, END_OF_CHAIN];
  const entries: Buffer[] = [];
  for (const [name, stream] of streams) {
    const sectors = Math.ceil(stream.length / SECTOR);
    entries.push(directoryEntry({ name, type: 2, start: fat.length, sizeBytes: stream.length }));
    for (let left = sectors; left > 0; left -= 1) fat.push(left === 1 ? END_OF_CHAIN : fat.length + 1);
  }
  const siblings = streams.length + storages.length;
  for (const [index, name] of storages.entries()) {
    entries.push(directoryEntry({ name, type: 1, start: 0, sizeBytes: 0, child: 1 + siblings + index }));
  }
  for (let index = 0; index + 1 < siblings; index += 1) entries[index]?.writeUInt32LE(index + 2, 72);
  for (const name of storages) entries.push(directoryEntry({ name: `${name} 1`, type: 1, start: 0, sizeBytes: 0 }));
  const root = directoryEntry({ name: 'Root Entry', type: 5, start: END_OF_CHAIN, sizeBytes: 0, child: 1 });
  const fatSector = Buffer.alloc(SECTOR, 0xff);
  for (const [index, next] of fat.entries()) fatSector.writeUInt32LE(next, index * 4);
  const directory = Buffer.concat([root, ...entries], 3 * SECTOR);
  const data = streams.map(([, stream]) => Buffer.concat([stream], Math.ceil(stream.length / SECTOR) * SECTOR));
  return Buffer.concat([header(), fatSector, directory, ...data]);
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff);
  bytes.fill(0, 0, 76);
  bytes.write('d0cf11e0a1b11ae1', 0, 'hex');
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(STREAM_BYTES, 56);
  bytes.writeUInt32LE(END_OF_CHAIN, 60);
  bytes.writeUInt32LE(END_OF_CHAIN, 68);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

interface DirectoryEntry {
  readonly name: string;
  /** 1 a storage, 2 a stream, 5 the root. */
  readonly type: number;
  readonly start: number;
  readonly sizeBytes: number;
  readonly child?: number;
}

function directoryEntry({ name, type, start, sizeBytes, child = FREE }: DirectoryEntry): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  entry.writeUInt32LE(FREE, 68);
  entry.writeUInt32LE(FREE, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(sizeBytes, 120);
  return entry;
}
