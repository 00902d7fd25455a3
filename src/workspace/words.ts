/** The words people write for the few values that have a fixed set, in sizheng.yaml, item.yaml and the sheet. */
import type { LineEnd } from '../model/fix.ts';
import type { Batch, Scope } from '../model/spec.ts';
import type { ItemFields, ItemStatus } from '../model/submission.ts';

export const SCOPE_WORDS = {
  province: 'province',
  institution: 'institution',
  省级: 'province',
  省: 'province',
  学校: 'institution',
  高校: 'institution',
  单位: 'institution',
} as const satisfies Record<string, Scope>;

export const BATCH_WORDS = {
  first: 'first',
  regular: 'regular',
  首批: 'first',
  常态化: 'regular',
} as const satisfies Record<string, Batch>;

export const EOL_WORDS = { lf: 'lf', crlf: 'crlf', LF: 'lf', CRLF: 'crlf' } as const satisfies Record<string, LineEnd>;

export const STATUS_WORDS = {
  selected: 'selected',
  candidate: 'candidate',
  withdrawn: 'withdrawn',
  入选: 'selected',
  候选: 'candidate',
  备选: 'candidate',
  撤下: 'withdrawn',
  撤回: 'withdrawn',
  是: 'selected',
  否: 'candidate',
  不报送: 'candidate',
} as const satisfies Record<string, ItemStatus>;

/** Only words that say the subtitles are part of the picture; 「内嵌」 may as well mean a track inside the file. */
export const SUBTITLE_WORDS = {
  'burned-in': 'burned-in',
  压制字幕: 'burned-in',
  压制: 'burned-in',
  已压制: 'burned-in',
  已压制字幕: 'burned-in',
  内嵌硬字幕: 'burned-in',
  硬字幕: 'burned-in',
} as const satisfies Record<string, NonNullable<ItemFields['subtitles']>>;

/** What each status is called in the sheet. */
export const STATUS_NAMES: Readonly<Record<ItemStatus, string>> = {
  selected: '入选',
  candidate: '候选',
  withdrawn: '撤下',
};

/** The value a word stands for, whatever its width, case and spaces; `undefined` for any other word. */
export function lookUp<T extends string>(words: Readonly<Record<string, T>>, written: string): T | undefined {
  const plain = written.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return Object.hasOwn(words, plain) ? words[plain] : undefined;
}

/** 「张三、李四」 → two people. A space does not part them: it stands inside many names. */
export function splitPeople(written: string): string[] {
  return written
    .split(/[、，,;；/\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
