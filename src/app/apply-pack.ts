/** A prepared package written, read back, put under its name, and its receipt beside it. */
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { loadMessages } from '../i18n/messages.ts';
import type { Receipt } from '../model/receipt.ts';
import { makeReceipt } from '../pack/receipt.ts';
import { renderReceipt } from '../report/receipt.ts';
import { toJsonText } from '../util/json-text.ts';
import type { PackPreparation } from './prepare-pack.ts';
import { type Packed, streamPackage, writeTo } from './write-package.ts';

export interface PackResult extends Packed {
  readonly receipt: Receipt;
  /** Where the receipt was written; `null` for a stream, which has no place beside it. */
  readonly receiptPath: string | null;
}

/**
 * Writes what was prepared, and its receipt.
 * @throws machineError when a source changed, the disk is full, or the package does not read back as it was written
 */
export async function applyPack(preparation: PackPreparation): Promise<PackResult> {
  const { target } = preparation;
  if (target === null) throw new Error('a package that was refused, or goes to a stream, has no place');
  const { receipt: screen, rules } = await loadMessages(preparation.options.language ?? 'zh-CN', 'receipt', 'rules');
  const receiptFor = (done: Done) => receiptOf(preparation, done, basename(target.path));
  const packed = await writeTo(target, preparation, (done) => {
    const receipt = receiptFor(done);
    return [
      { path: target.receipts.txt, text: BOM + renderReceipt(receipt, screen, rules) },
      { path: target.receipts.json, text: `${toJsonText(receipt)}\n` },
    ];
  });
  return { ...packed, receipt: receiptFor(packed), receiptPath: target.receipts.txt };
}

type Done = Pick<Packed, 'written' | 'sha256' | 'verified'>;

/** The same to a stream; its receipt is for the caller to keep. */
export async function applyPackTo(sink: Writable, preparation: PackPreparation): Promise<PackResult> {
  const packed = await streamPackage(sink, preparation);
  return { ...packed, receipt: receiptOf(preparation, packed, `${preparation.plan.name}.zip`), receiptPath: null };
}

function receiptOf({ plan, report }: PackPreparation, { written, sha256, verified }: Done, fileName: string): Receipt {
  return makeReceipt({ plan, report, written, fileName, sha256, verified });
}

/** A Chinese text for Windows begins with a mark by which it is known as UTF-8. */
const BOM = '\uFEFF';
