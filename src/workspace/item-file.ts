/** `item.yaml`: what is said about one work, beside its files. */
import * as z from 'zod';
import type { Language } from '../i18n/catalogue.ts';
import { usageError } from '../model/errors.ts';
import type { ItemFields } from '../model/submission.ts';
import { editYaml } from '../util/yaml-edit.ts';
import { parseYaml } from '../util/yaml-problems.ts';
import { optionalText, optionalWord } from './fields.ts';
import { STATUS_WORDS, SUBTITLE_WORDS, splitPeople } from './words.ts';

const text = z.union([z.string(), z.number()]);
const names = z.union([text, z.array(text)]).nullish();

/** The form of the file, as it is written; what comes out are `ItemFields`. */
export const itemSchema = z
  .strictObject({
    number: optionalText('序号，例如 01'),
    title: optionalText('题目'),
    institution: optionalText('学校（单位）全称'),
    presenter: names.describe('主讲人；多人写成列表，或用顿号隔开'),
    people: names.describe('作者；多人写成列表，或用顿号隔开'),
    topic: optionalText('主题，例如 睡眠调整'),
    intro: optionalText('内容简介；写在这里就不必另交简介文件'),
    subtitles: optionalWord(SUBTITLE_WORDS, '字幕已压制在画面里时写 burned-in（压制字幕）'),
    status: optionalWord(STATUS_WORDS, 'selected 入选，candidate 候选，withdrawn 撤下'),
    reason: optionalText('撤下的理由'),
    group: optionalText('组别'),
  })
  .transform(
    ({ presenter, people, ...fields }): ItemFields => ({
      ...fields,
      people: [...new Set([...listOf(presenter), ...listOf(people)])],
    }),
  );

/**
 * Reads the text of an item file.
 * @param path where the text was read, for the message
 * @throws usageError `config/invalid` with every fault and its place
 */
export function parseItemFile(text: string, path: string, language: Language = 'zh-CN'): ItemFields {
  const result = parseYaml(text, itemSchema, { language });
  if (!result.ok) throw usageError('config/invalid', { path, problems: result.problems });
  return result.value;
}

export type StatusChange = Pick<ItemFields, 'status' | 'reason'>;

/**
 * The text with its status and reason changed and every other character kept; `null` takes a key away.
 * An empty text gives a new file. The text must be one that `parseItemFile` accepts.
 */
export function editItemFile(text: string, { status, reason }: StatusChange): string {
  return editYaml(text, { status, reason });
}

type Names = z.output<typeof names>;

function listOf(written: Names): string[] {
  const texts = Array.isArray(written) ? written : [written ?? ''];
  return texts.flatMap((one) => splitPeople(String(one)));
}
