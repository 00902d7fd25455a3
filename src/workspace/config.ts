/** `sizheng.yaml`: which call, who sends, which batch, and what was waived or declared. */
import * as z from 'zod';
import type { Language } from '../i18n/catalogue.ts';
import { usageError } from '../model/errors.ts';
import { REASON_BLANK } from '../model/reason-blank.ts';
import type { OwnDeadline, WorkspaceConfig } from '../model/submission.ts';
import { parseYaml } from '../util/yaml-problems.ts';
import { DEFAULT_CONFIG } from './default-config.ts';
import { calendarDate, EARLIEST_YEAR, LATEST_YEAR, optionalText, optionalWord, requiredText } from './fields.ts';
import { BATCH_WORDS, EOL_WORDS, SCOPE_WORDS } from './words.ts';

const waiver = z.strictObject({
  rule: requiredText('规则编号，例如 video/duration；全部规则见 sizheng rules'),
  subject: requiredText('豁免谁：作品（类别/作品）、类别名称，或 submission（整批）'),
  reason: requiredText('情况说明：会随报送包送出，上级可见').refine((reason) => !REASON_BLANKS.has(reason), {
    params: { blank: true },
  }),
});

/** What stands in the lines that a report offers to copy. */
const REASON_BLANKS: ReadonlySet<string> = new Set(Object.values(REASON_BLANK));

const deadline = z.union([
  calendarDate('本地截止日期，例如 2027-06-05').transform((date): OwnDeadline => ({ ...date, source: null })),
  z
    .strictObject({
      date: calendarDate('本地截止日期，例如 2027-06-05'),
      source: optionalText('出处：哪份通知'),
    })
    .transform(({ date, source }): OwnDeadline => ({ ...date, source })),
]);

const contact = z.strictObject({
  name: optionalText('联系人姓名'),
  phone: optionalText('联系电话'),
  email: optionalText('电子邮箱'),
});

const attestations = z.record(z.string(), optionalText('声明人：谁对这一条负责'));

/** The form of the file, as it is written; what comes out is a `WorkspaceConfig`. */
export const configSchema = z
  .strictObject({
    spec: optionalText('按哪份来函检查：内置编号（如 moe-2022），或本文件夹里、旁边的规范文件路径'),
    scope: optionalWord(SCOPE_WORDS, '谁来报送：province 省级，institution 学校'),
    batch: optionalWord(BATCH_WORDS, '批次：first 首批，regular 常态化'),
    province: optionalText('省份全称，例如 浙江省'),
    institution: optionalText('学校全称（由学校报送时填写）'),
    year: z.int().min(EARLIEST_YEAR).max(LATEST_YEAR).nullish().describe('报送年份；不填则取当年'),
    deadline: deadline.nullish().describe('本地规定的更早截止日期'),
    contact: contact.nullish().describe('联系人'),
    waivers: z.array(waiver).nullish().describe('豁免（情况说明）'),
    attestations: attestations.nullish().describe('软件无法检查、由人声明的事项：「编号: 声明人」'),
    eol: optionalWord(EOL_WORDS, 'sizheng fix 整理字幕时用的换行：lf 或 crlf；不填则用 lf'),
  })
  .transform(
    (raw): WorkspaceConfig => ({
      spec: raw.spec ?? DEFAULT_CONFIG.spec,
      scope: raw.scope ?? DEFAULT_CONFIG.scope,
      batch: raw.batch ?? DEFAULT_CONFIG.batch,
      province: raw.province,
      institution: raw.institution,
      year: raw.year ?? null,
      deadline: raw.deadline ?? null,
      contact: raw.contact ?? null,
      waivers: raw.waivers ?? [],
      attestations: declared(raw.attestations ?? {}),
      eol: raw.eol ?? DEFAULT_CONFIG.eol,
    }),
  );

/**
 * Reads the text of `sizheng.yaml`; an empty one gives the defaults.
 * @param path where the text was read, for the message
 * @throws usageError `config/invalid` with every fault and its place
 */
export function parseConfig(text: string, path: string, language: Language = 'zh-CN'): WorkspaceConfig {
  const result = parseYaml(text, configSchema, { language });
  if (!result.ok) throw usageError('config/invalid', { path, problems: result.problems });
  return result.value;
}

/**
 * Attestations can only be held against a spec, which is known once the settings are read.
 * @param text the settings, which have been read without a fault
 * @param ids those that the spec has
 * @throws usageError `config/invalid` naming each id that it has not
 */
export function refuseUnknownAttestations(
  text: string,
  path: string,
  ids: readonly string[],
  language: Language = 'zh-CN',
): void {
  const known = z.strictObject(Object.fromEntries(ids.map((id) => [id, z.unknown().optional()])));
  const result = parseYaml(text, z.looseObject({ attestations: known.nullish() }), { language });
  if (!result.ok) throw usageError('config/invalid', { path, problems: result.problems });
}

/** A line that nobody signed declares nothing. */
function declared(attested: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attested).flatMap(([id, by]) => (by === null ? [] : [[id, by]])));
}
