/** `sizheng.json`, checked against its published form. */
import type { Measured } from '../../model/facts.ts';
import { PACKAGE_SCHEMA, type PackageManifest } from '../../model/package-manifest.ts';
import { parseJsonBytes } from '../../util/json-pieces.ts';
import { parseToFirstFault } from '../../util/zod-first.ts';
import { failed } from '../text/failure.ts';

/** Values that a manifest holds at most: this program writes fifteen a file. What is made to fill memory has more. */
const MAX_VALUES = 1_500_000;
/** `sizheng-package/2`: made by a later release. */
const SCHEMA_FAMILY = PACKAGE_SCHEMA.replace(/\d+$/, '');

/** Fails with 'too-large', or with 'damaged': then `detail` is where it does not hold, or the schema's name where it is another one. */
export async function readPackageManifest(bytes: Buffer): Promise<Measured<PackageManifest>> {
  if (countValues(bytes) > MAX_VALUES) return failed('too-large');
  let value: unknown;
  try {
    value = parseJsonBytes(bytes);
  } catch (error) {
    return failed('damaged', error);
  }
  const { schema } = (value ?? {}) as { schema?: unknown };
  if (typeof schema === 'string' && schema !== PACKAGE_SCHEMA && schema.startsWith(SCHEMA_FAMILY)) {
    return failed('damaged', schema);
  }
  const { packageSchema } = await import('../../model/package-schema.ts');
  const parsed = parseToFirstFault(packageSchema, value);
  return parsed.ok ? parsed : failed('damaged', `${parsed.path.join('.')}: ${parsed.message}`);
}

const [COMMA, ARRAY, OBJECT] = [0x2c, 0x5b, 0x7b];

/** An upper bound that is counted without parsing. */
function countValues(bytes: Buffer): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === COMMA || byte === ARRAY || byte === OBJECT) count += 1;
  }
  return count;
}
