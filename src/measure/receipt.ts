/** A receipt as the sender kept it: the JSON, or the text that people keep. */
import { RECEIPT_SCHEMA, type ReceiptClaims } from '../model/receipt.ts';
import { decodeText } from '../text/encoding/decode.ts';

const HEX = /^[0-9a-f]{64}$/;

/** In whatever encoding a text editor saved it; `null` for anything but a receipt. */
export function parseReceipt(bytes: Uint8Array): ReceiptClaims | null {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return null;
  const { text } = decoded.value;
  return text.trimStart().startsWith('{') ? readJson(text) : readText(text);
}

function readJson(text: string): ReceiptClaims | null {
  try {
    const { schema, ...rest } = JSON.parse(text) as ReceiptClaims & { schema?: unknown };
    return schema === RECEIPT_SCHEMA && isClaims(rest) ? rest : null;
  } catch {
    return null;
  }
}

function isClaims({ package: name, sizeBytes, sha256, contentSha256, verified }: ReceiptClaims): boolean {
  const digests = [...(sha256 === null ? [] : [sha256]), contentSha256];
  return (
    typeof name === 'string' &&
    Number.isSafeInteger(sizeBytes) &&
    typeof verified === 'boolean' &&
    digests.every((digest) => typeof digest === 'string' && HEX.test(digest))
  );
}

/** The lines of the text that hold a value, in either language: `SHA-256  9f3a…`, `大小  4.7 GiB（5046586573 字节）`. */
function readText(text: string): ReceiptClaims | null {
  const value = (labels: string) => new RegExp(`^(?:${labels}) {2,}(.+)$`, 'm').exec(text)?.[1]?.trim() ?? null;
  const name = value('报送包|Package');
  const size = /(\d+) (?:字节|bytes)/.exec(value('大小|Size') ?? '')?.[1];
  const contentSha256 = value('内容 SHA-256|Content SHA-256');
  if (name === null || size === undefined || contentSha256 === null || !HEX.test(contentSha256)) return null;
  const sha256 = value('SHA-256');
  const whole = sha256 !== null && HEX.test(sha256) ? sha256 : null;
  const verified = !/^(?:没有复核|no)$/.test(value('复核|Read back') ?? 'no');
  return { package: name, sizeBytes: Number(size), sha256: whole, contentSha256, verified };
}
