/** Rules over a subtitle file as a whole: that its text can be read, and that it is in the language that is asked. */
import type { Facts, Measured } from '../../model/facts.ts';
import type { Breach, RuleContext } from '../../model/rule.ts';
import type { Slot } from '../../model/spec.ts';
import type { Asset, Item } from '../../model/submission.ts';
import type { SubtitleLanguage } from '../../model/subtitle-facts.ts';
import { defineRule, judged, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { isUndecodableSubtitle } from '../file/kinds.ts';

export const encoding = defineRule({
  id: 'subtitle/encoding',
  on: 'entry',
  severities: { default: 'warning', undecodable: 'error' },
  source: 'practice',
  waivable: true,
  check(subject, { facts }) {
    const { entry, asset } = subject;
    if (asset?.kind !== 'subtitle' || asset.slot === null || entry.type !== 'file') return NOT_APPLICABLE;
    const { path } = entry;
    const content = facts.get(path)?.content;
    if (content?.ok && content.value.kind === 'subtitle') {
      const actual = content.value.encoding;
      return judgedIf(actual !== 'utf-8', { actual, expected: 'utf-8', params: { path, encoding: actual } }, actual);
    }
    if (content?.ok !== false || !isUndecodableSubtitle(subject, content.failure)) return SKIPPED;
    return judgedIf(true, { grade: 'undecodable', expected: 'utf-8', params: { path, encoding: null } });
  },
});

export const language = defineRule({
  id: 'subtitle/language',
  on: 'item',
  severities: { default: 'clause' },
  source: 'spec',
  clausesOf: ({ categories }) =>
    categories.flatMap(({ slots }) => slots.filter((slot) => slot.language !== null).map(({ clause }) => clause)),
  waivable: true,
  check({ item, category }, context) {
    const asked = category.slots.filter((slot) => slot.language !== null && subtitlesIn(slot, item).length > 0);
    if (asked.length === 0) return NOT_APPLICABLE;
    const read = asked.map((slot) => ({ slot, languages: languagesIn(slot, item, context) }));
    const wanting = read.filter(
      ({ slot, languages }) => !languages.some((one) => one?.includes(slot.language ?? 'zh')),
    );
    // What nobody could read may be in the language that is asked.
    if (wanting.some(({ languages }) => languages.includes(null))) return SKIPPED;
    return judged(
      wanting.map(({ slot }) => breachOf(slot, item, context)),
      listLanguages(read.flatMap(({ languages }) => languages)).join(', '),
    );
  },
});

/** Files and tracks; none where the work declares that its subtitles are in the picture. */
function subtitlesIn({ id }: Slot, { assets }: Item): Asset[] {
  const own = assets.filter(({ slot }) => slot === id);
  return own.some(({ source }) => source.type === 'declared') ? [] : own;
}

type Languages = readonly SubtitleLanguage[];

/** Of each subtitle; `null` where nobody can tell. */
function languagesIn(slot: Slot, item: Item, context: RuleContext): (Languages | null)[] {
  return subtitlesIn(slot, item).map((asset) => {
    const content = contentOf(asset, context);
    if (!content?.ok || content.value.kind !== 'subtitle') return null;
    const { languages, faults, cueCount } = content.value;
    return cueCount === 0 || faults.some(({ kind }) => kind === 'mojibake') ? null : languages;
  });
}

function contentOf({ path, source }: Asset, { facts }: RuleContext): Measured<Facts> | null {
  const file = facts.get(path)?.content ?? null;
  if (source.type !== 'track') return file;
  if (!file?.ok || file.value.kind !== 'video') return null;
  return file.value.subtitles.find(({ index }) => index === source.index)?.content ?? null;
}

function breachOf(slot: Slot, item: Item, context: RuleContext): Breach<'subtitle/language'> {
  const languages = listLanguages(languagesIn(slot, item, context));
  const files = subtitlesIn(slot, item).map(({ path }) => path);
  const wanted = slot.language ?? 'zh';
  return {
    clause: slot.clause,
    at: files[0] === undefined ? {} : { path: files[0] },
    actual: languages.join(', '),
    expected: wanted,
    params: { languages, files: [...new Set(files)], wanted },
  };
}

function listLanguages(languages: readonly (Languages | null)[]): SubtitleLanguage[] {
  return [...new Set(languages.flatMap((one) => one ?? []))];
}
