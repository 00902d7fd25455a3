/** Where a package and its receipts are put. */
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { machineError, usageError } from '../model/errors.ts';
import type { PackPlan } from '../model/pack-plan.ts';
import { receiptStem } from '../model/receipt.ts';
import { exists, findPlace, firstExisting } from './output-place.ts';

export interface PackTarget {
  /** Absolute. */
  readonly path: string;
  /** Receipts lie beside the package: for people, and for programs. */
  readonly receipts: { readonly txt: string; readonly json: string };
  readonly exists: boolean;
  /** What keeps the package from being written as long as it is there: a package, or a receipt of one. */
  readonly inTheWay: string | null;
  readonly freeBytes: number;
}

export interface TargetInput {
  /** The workspace, absolute. */
  readonly root: string;
  readonly plan: PackPlan;
  readonly neededBytes: number;
  readonly output: string | null;
  readonly force: boolean;
  /** Nothing is to be written: what is in the way is told, and no fault. */
  readonly planOnly: boolean;
}

/** Plain folders stand apart from a bag of the same name. */
const UPLOAD_MARK = '-上传';

/** @throws SizhengError as `findPlace` does; `usage/package-exists` without `force` or `planOnly`; `machine/disk-full` */
export async function findTarget(input: TargetInput): Promise<PackTarget> {
  const { root, plan, neededBytes, output, force, planOnly } = input;
  const { layout } = plan;
  const name = layout === 'upload' ? plan.name + UPLOAD_MARK : plan.name;
  const path = await findPlace({ root, name, extension: layout === 'bag' ? '.zip' : '', output });
  const stem = receiptStem(path, layout);
  const receipts = { txt: `${stem}.txt`, json: `${stem}.json` };
  const inTheWay = force ? null : await firstExisting([path, receipts.txt, receipts.json]);
  if (inTheWay !== null && !planOnly) throw usageError('usage/package-exists', { path: inTheWay });
  const { bavail, bsize } = await statfs(dirname(path));
  const freeBytes = bavail * bsize;
  // A folder may be cloned or linked, which takes no room.
  if (layout === 'bag' && neededBytes > freeBytes)
    throw machineError('machine/disk-full', { path, neededBytes, freeBytes });
  return { path, receipts, exists: await exists(path), inTheWay, freeBytes };
}
