/** For each rule over documents one change of the good submission that breaks it, and nothing else. Used by tests only. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { makeDoc } from '../measure/document/doc-for-tests.ts';
import type { RuleId } from '../model/rule-params.ts';
import type { Mutation } from './mutation-for-tests.ts';
import { LESSON, LESSON_INTRO, PLAN, PLAN_TEXT, type Sample } from './sample-for-tests.ts';

const atIntro = { path: LESSON_INTRO, item: LESSON, category: 'lesson' };
const atPlan = { path: PLAN_TEXT, item: PLAN, category: 'plan' };
const TIPS = '心理暖心贴士/02-想家的时候-乙学院';

const MAIN = 'word/document.xml';
const LINKS = 'word/_rels/document.xml.rels';
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const LINK_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_TYPE = 'http://schemas.openxmlformats.org/package/2006/relationships';

type Parts = Record<string, string>;

/** Rewrites the parts of a .docx; all of them are text. */
function editDocx(sample: Sample, path: string, change: (parts: Parts) => Parts): Promise<void> {
  return sample.patch(path, (bytes) => {
    const files = Object.entries(unzipSync(bytes)).map(([name, part]): [string, string] => [name, strFromU8(part)]);
    const parts = Object.entries(change(Object.fromEntries(files)));
    return Buffer.from(zipSync(Object.fromEntries(parts.map(([name, part]) => [name, strToU8(part)]))));
  });
}

/** Puts this before the end of a part. */
function append(parts: Parts, part: string, end: string, added: string): Parts {
  return { ...parts, [part]: (parts[part] ?? '').replace(end, `${added}${end}`) };
}

function appendBody(parts: Parts, paragraph: string): Parts {
  return append(parts, MAIN, '<w:sectPr>', paragraph);
}

function link(parts: Parts, type: string, target: string, more = ''): Parts {
  const relationship = `<Relationship Id="added" Type="${LINK_TYPE}/${type}" Target="${target}"${more}/>`;
  return append(parts, LINKS, '</Relationships>', relationship);
}

const COMMENT = `<w:comments ${NAMESPACE}><w:comment w:id="1"><w:p><w:r><w:t>再具体些</w:t></w:r></w:p></w:comment></w:comments>`;

function withComment(parts: Parts): Parts {
  const commented = appendBody(
    parts,
    '<w:p><w:r><w:t>另附提纲。</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>',
  );
  return { ...link(commented, 'comments', 'comments.xml'), 'word/comments.xml': COMMENT };
}

const PROPERTIES =
  '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:creator>示例教师乙</dc:creator></cp:coreProperties>';

function withAuthor(parts: Parts): Parts {
  const relationship = `<Relationship Id="core" Type="${PACKAGE_TYPE}/metadata/core-properties" Target="docProps/core.xml"/>`;
  return { ...append(parts, '_rels/.rels', '</Relationships>', relationship), 'docProps/core.xml': PROPERTIES };
}

/** Puts a file in another format in the place of the lesson's intro. */
async function swapIntro(sample: Sample, extension: string, content: string | Uint8Array): Promise<void> {
  await sample.remove(LESSON_INTRO);
  await sample.write(`${LESSON}/简介.${extension}`, content);
}

/** A length that none of the intros has, asked of one of them: the `group` in its item.yaml says which. */
function askedLength(requirement: string): Mutation {
  const item = '心理微课/04-生涯规划-丁职业技术学院';
  return {
    async mutate(sample) {
      const slot = `{ id: intro, requirements: [{ field: wordCount, ${requirement}, when: { group: 评奖 } }] }`;
      await sample.useSpec(`categories: [{ id: lesson, slots: [${slot}] }]`);
      await sample.patch(`${item}/item.yaml`, (text) => Buffer.concat([text, Buffer.from('group: 评奖\n')]));
    },
    severity: 'warning',
    place: { path: `${item}/简介.docx`, item, category: 'lesson' },
  };
}

/** @param paragraph where the finding is: the plan has 19 of its own */
function changedPlan(change: (parts: Parts) => Parts, paragraph?: number): Mutation {
  return {
    mutate: (sample) => editDocx(sample, PLAN_TEXT, change),
    severity: 'warning',
    place: { ...atPlan, ...(paragraph === undefined ? {} : { paragraph }) },
  };
}

/** A page with nothing on it, as of a scan whose picture was lost. */
const BLANK_PDF = `%PDF-1.5
1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj
2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj
3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>\nendobj
trailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n`;

export const DOCUMENT = {
  'document/empty': {
    mutate: (sample) => sample.write(`${TIPS}/贴士.md`, '\n\n'),
    severity: 'error',
    place: { path: `${TIPS}/贴士.md`, item: TIPS, category: 'tips' },
  },
  'document/no-text-layer': {
    mutate: (sample) => swapIntro(sample, 'pdf', BLANK_PDF),
    severity: 'warning',
    place: { ...atIntro, path: `${LESSON}/简介.pdf` },
  },
  'document/encrypted': {
    mutate: (sample) => swapIntro(sample, 'doc', makeDoc({ body: '一', encrypted: true })),
    severity: 'error',
    place: { ...atIntro, path: `${LESSON}/简介.doc` },
  },
  'document/unsupported': {
    mutate: (sample) => swapIntro(sample, 'rtf', '{\\rtf1\\ansi text}'),
    severity: 'warning',
    place: { ...atIntro, path: `${LESSON}/简介.rtf` },
  },
  'document/short': askedLength('min: 5000'),
  'document/long': askedLength('max: 10'),
  'document/placeholder': {
    mutate: (sample) =>
      sample.patch(`${TIPS}/贴士.md`, (text) =>
        Buffer.concat([Buffer.from('作者：【请填写：姓名、职务或职称】\n\n'), text]),
      ),
    severity: 'error',
    place: { path: `${TIPS}/贴士.md`, item: TIPS, category: 'tips', line: 1 },
  },
  'document/tracked-changes': changedPlan(
    (parts) => appendBody(parts, '<w:p><w:ins w:id="1"><w:r><w:t>另附提纲。</w:t></w:r></w:ins></w:p>'),
    20,
  ),
  'document/comments': changedPlan(withComment, 20),
  'document/macro': {
    ...changedPlan((parts) => ({ ...parts, 'word/vbaProject.bin': 'x' })),
    severity: 'error',
  },
  'document/external': changedPlan((parts) =>
    link(parts, 'image', 'file:///C:/%E5%9B%BE1.png', ' TargetMode="External"'),
  ),
  'privacy/author': {
    mutate: (sample) => editDocx(sample, LESSON_INTRO, withAuthor),
    severity: 'info',
    place: { ...atIntro, part: 'properties' },
  },
} as const satisfies Partial<Record<RuleId, Mutation>>;
