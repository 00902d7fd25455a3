/** The rule over the upload log that stands in plain folders: it is their list of digests. */
import type { PackageFacts, UploadLogFacts } from '../../model/package-facts.ts';
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import type { Breach } from '../../model/rule.ts';
import { judged, NOT_APPLICABLE } from '../define.ts';
import { compare } from './comparison.ts';
import { ERROR, packageRule } from './define-package.ts';
import { takeInventory } from './inventory.ts';
import { isWhole } from './listed.ts';

type LogFault = PackageRuleParams['package/upload-log'];
type Row = UploadLogFacts['rows'][number];

export const packageUploadLog = packageRule({
  id: 'package/upload-log',
  ground: 'package',
  severities: ERROR,
  source: 'practice',
  check(facts) {
    const { uploadLog } = facts;
    if (uploadLog === null) return NOT_APPLICABLE;
    if (!uploadLog.ok) return judged([at({ fault: 'unreadable', detail: uploadLog.failure.detail })]);
    const { rows } = uploadLog.value;
    if (rows.length === 0) return judged([at({ fault: 'no-rows' })]);
    return judged(rows.flatMap((row) => rowFaults(row, facts)).map(at), String(rows.length));
  },
});

function at(params: LogFault): Breach<'package/upload-log'> {
  return { at: { path: PACKAGE_FILES.uploadLog, ...('line' in params ? { line: params.line } : {}) }, params };
}

function rowFaults({ line, path, sizeBytes, sha256 }: Row, facts: PackageFacts): LogFault[] {
  if (sha256 === null) return [{ fault: 'no-digest', line, path }];
  const file = takeInventory(facts).find(path);
  const isComparable = file !== null && isWhole(file) && !compare(facts).altered.has(file.path);
  if (!isComparable || sizeBytes === null || sizeBytes === file.sizeBytes) return [];
  return [{ fault: 'size', line, path, foundBytes: file.sizeBytes, askedBytes: sizeBytes }];
}
