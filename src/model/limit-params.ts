/** A limit and what was measured, for messages. */
import type { Binding } from './spec.ts';

/** A limit ready to be put into words: each end already formatted. */
export interface LimitWords {
  readonly min: string | null;
  readonly max: string | null;
  readonly oneOf: readonly string[] | null;
}

export interface LimitParams {
  readonly actual: string;
  readonly limit: LimitWords;
  /** 请 or 建议, when the limit comes from a clause. */
  readonly binding: Binding | null;
  /** A size over 10⁹ bytes and not over 2³⁰: past `1G` by one count, within it by the other. */
  readonly decimal?: true;
}
