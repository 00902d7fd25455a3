/** Which file of a work is what: the video, the subtitles, the intro. */

import type { FileFacts } from '../model/facts.ts';
import { baseName, kindOfExtension, splitName } from '../model/file-names.ts';
import { ASSET_KINDS, type AssetKind, type Slot } from '../model/spec.ts';
import type { Asset, FieldSource, ItemFields } from '../model/submission.ts';
import { byCodeUnit } from '../util/order.ts';
import type { Placed } from './placement.ts';

/** What a file is held to be when slots are given out. */
export interface KindAndFormat {
  readonly kind: AssetKind | null;
  readonly format: string | null;
}
export type KindOf = (path: string) => KindAndFormat;

const FORMAT_OF_EXTENSION: Readonly<Record<string, string>> = { jpeg: 'jpg', markdown: 'md', ssa: 'ass', htm: 'html' };

/**
 * The kind by which a file is given its slot. An extension that promises a kind decides, so that a wrong content is
 * one finding in the right place; plain text is what it reads as; a name that promises nothing leaves it to the content.
 */
export function kindForSlot(path: string, facts: FileFacts | undefined): KindAndFormat {
  const { extension } = splitName(baseName(path));
  const named = kindOfExtension(extension);
  const found = facts?.type;
  const sameKind = found !== undefined && isAssetKind(found.kind) && (named === null || found.kind === named);
  const plainText = extension === 'txt' && found?.kind === 'subtitle';
  if (sameKind || plainText) return { kind: found.kind as AssetKind, format: found.format };
  return {
    kind: named !== null && isAssetKind(named) ? named : null,
    format: FORMAT_OF_EXTENSION[extension] ?? extension,
  };
}

function isAssetKind(kind: string): kind is AssetKind {
  return (ASSET_KINDS as readonly string[]).includes(kind);
}

/** A document that only has to be saved as docx is the material that was asked for: another rule says what to do. */
export function fitsSlot(slot: Slot, found: KindAndFormat): boolean {
  return isAccepted(slot, found) || (isAccepted(slot, DOCX) && isSavedAsDocx(found));
}

const DOCX: KindAndFormat = { kind: 'document', format: 'docx' };
const SAVED_AS_DOCX: ReadonlySet<string | null> = new Set(['wps', 'rtf', 'odt', 'pages', 'ofd']);

function isSavedAsDocx({ kind, format }: KindAndFormat): boolean {
  return kind === 'document' && SAVED_AS_DOCX.has(format);
}

function isAccepted(slot: Slot, { kind, format }: KindAndFormat): boolean {
  return kind !== null && slot.kinds.includes(kind) && (slot.formats === null || slot.formats.includes(format ?? ''));
}

/** Gives each file its slot: names first, then what is left over to what is still free. */
export function assignSlots(files: readonly Placed[], slots: readonly Slot[], kindOf: KindOf): Asset[] {
  const bySlot = new Map<string, Placed[]>(slots.map(({ id }) => [id, []]));
  const unclaimed: Placed[] = [];
  for (const file of sorted(files)) {
    const { claim } = file;
    if (claim !== null && fitsSlot(claim, kindOf(file.entry.path))) bySlot.get(claim.id)?.push(file);
    else unclaimed.push(file);
  }
  const claimed = new Set(slots.filter(({ id }) => (bySlot.get(id)?.length ?? 0) > 0).map(({ id }) => id));
  const extra: Placed[] = [];
  for (const file of unclaimed) {
    // A name that claims a slot which takes no such file is no intro: only the work itself may be called like that.
    const open = file.claim === null ? slots : slots.slice(0, 1);
    const slot = open.find(
      (one) => fitsSlot(one, kindOf(file.entry.path)) && (one.max === null || !claimed.has(one.id)),
    );
    (slot === undefined ? extra : (bySlot.get(slot.id) as Placed[])).push(file);
  }
  for (const slot of slots) {
    // Beside a file in a form that is asked for, the same in another one is a copy.
    const files = bySlot.get(slot.id) ?? [];
    const asked = files.filter(({ entry }) => isAccepted(slot, kindOf(entry.path)));
    if (slot.max === null || asked.length === 0 || asked.length === files.length) continue;
    extra.push(...files.filter((file) => !asked.includes(file)));
    bySlot.set(slot.id, asked);
  }
  const assets = slots.flatMap(({ id }) => (bySlot.get(id) ?? []).map((file) => toAsset(file, id, kindOf)));
  return [...assets, ...extra.map((file) => toAsset(file, null, kindOf))];
}

function sorted(files: readonly Placed[]): Placed[] {
  return files.toSorted((a, b) => byCodeUnit(a.entry.path, b.entry.path));
}

function toAsset({ entry }: Placed, slot: string | null, kindOf: KindOf): Asset {
  const { path, sizeBytes } = entry;
  return { slot, kind: kindOf(path).kind, path, sizeBytes, source: { type: 'file' } };
}

/** Material that is no file of its own: text tracks in the video, a text in the sheet, what is declared burned in. */
export function findOtherSources(
  slots: readonly Slot[],
  assets: readonly Asset[],
  facts: ReadonlyMap<string, FileFacts>,
  fields: {
    readonly values: ItemFields;
    readonly sources: Partial<Record<keyof ItemFields, { source: FieldSource; path: string }>>;
  },
): Asset[] {
  return slots.flatMap((slot) => [
    ...(slot.kinds.includes('subtitle') ? textTracks(slot, assets, facts) : []),
    ...fieldText(slot, fields),
    ...declaration(slot, fields),
  ]);
}

function textTracks(slot: Slot, assets: readonly Asset[], facts: ReadonlyMap<string, FileFacts>): Asset[] {
  return assets
    .filter((asset) => asset.kind === 'video' && asset.slot !== null)
    .flatMap((asset) => {
      const content = facts.get(asset.path)?.content;
      if (!content?.ok || content.value.kind !== 'video') return [];
      return content.value.subtitles.map(
        ({ index }): Asset => ({
          slot: slot.id,
          kind: 'subtitle',
          path: asset.path,
          sizeBytes: 0,
          source: { type: 'track', index },
        }),
      );
    });
}

type Fields = Parameters<typeof findOtherSources>[3];

function fieldText({ id, textField }: Slot, { values, sources }: Fields): Asset[] {
  const text = textField === 'intro' ? values.intro : null;
  const from = sources.intro;
  if (text === null || from === undefined) return [];
  const characters = text.replace(/\s/gu, '').length;
  return [
    {
      slot: id,
      kind: 'document',
      path: from.path,
      sizeBytes: 0,
      source: { type: 'text', from: from.source, characters },
    },
  ];
}

function declaration({ id, declarable }: Slot, { values, sources }: Fields): Asset[] {
  const from = sources.subtitles;
  if (!declarable || values.subtitles !== 'burned-in' || from === undefined) return [];
  return [
    { slot: id, kind: 'subtitle', path: from.path, sizeBytes: 0, source: { type: 'declared', from: from.source } },
  ];
}
