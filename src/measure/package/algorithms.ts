/** Checksum algorithms: by the name of a manifest (RFC 8493, 2.4), as this platform knows them. */
import { getHashes } from 'node:crypto';
import { lazy } from '../../util/lazy.ts';

/** As Node names those whose manifests drop a hyphen; the rest have one name everywhere. */
const NODE_NAMES: Readonly<Record<string, string>> = {
  sha3224: 'sha3-224',
  sha3256: 'sha3-256',
  sha3384: 'sha3-384',
  sha3512: 'sha3-512',
};
const KNOWN = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sm3', 'blake2b512', ...Object.keys(NODE_NAMES)];

const available = lazy(() => new Set(getHashes()));

/** Lower case, letters and digits alone: `SHA-256` → `sha256`. */
export function normaliseAlgorithm(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** What `createHash` knows a normalised name by; `null` when this platform cannot compute it. */
export function nodeAlgorithm(algorithm: string): string | null {
  const name = NODE_NAMES[algorithm] ?? algorithm;
  return KNOWN.includes(algorithm) && available().has(name) ? name : null;
}
