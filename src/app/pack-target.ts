/** Where a package and its receipts are put. */
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { machineError } from '../model/errors.ts';
import type { PackPlan } from '../model/pack-plan.ts';
import { receiptStem } from '../model/receipt.ts';
import { exists, findPlace, refuseExisting } from './output-place.ts';

export interface PackTarget {
  /** Absolute. */
  readonly path: string;
  /** Receipts lie beside the package: for people, and for programs. */
  readonly receipts: { readonly txt: string; readonly json: string };
  readonly exists: boolean;
  readonly freeBytes: number;
}

export interface TargetInput {
  /** The workspace, absolute. */
  readonly root: string;
  readonly plan: PackPlan;
  readonly neededBytes: number;
  readonly output: string | null;
  readonly force: boolean;
}

/** Plain folders stand apart from a bag of the same name. */
const UPLOAD_MARK = '-上传';

/** @throws SizhengError as `findPlace` does; `usage/package-exists` without `force`; `machine/disk-full` */
export async function findTarget({ root, plan, neededBytes, output, force }: TargetInput): Promise<PackTarget> {
  const { layout } = plan;
  const name = layout === 'upload' ? plan.name + UPLOAD_MARK : plan.name;
  const path = await findPlace({ root, name, extension: layout === 'bag' ? '.zip' : '', output });
  const stem = receiptStem(path, layout);
  const receipts = { txt: `${stem}.txt`, json: `${stem}.json` };
  if (!force) await refuseExisting([path, receipts.txt, receipts.json]);
  const { bavail, bsize } = await statfs(dirname(path));
  const freeBytes = bavail * bsize;
  // A folder may be cloned or linked, which takes no room.
  if (layout === 'bag' && neededBytes > freeBytes)
    throw machineError('machine/disk-full', { path, neededBytes, freeBytes });
  return { path, receipts, exists: await exists(path), freeBytes };
}
