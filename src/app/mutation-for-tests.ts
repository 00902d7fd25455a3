/** One change of the good submission, and the one finding that it yields. Used by tests only. */
import type { Place } from '../model/rule.ts';
import type { Severity } from '../model/spec.ts';
import type { Sample } from './sample-for-tests.ts';
import type { ValidateOptions } from './validate.ts';

export interface Mutation {
  mutate(sample: Sample): Promise<void>;
  readonly options?: ValidateOptions;
  /** Windows lets nobody make this. */
  readonly notOnWindows?: boolean;
  readonly severity: Severity;
  /** All that the finding says of its place. */
  readonly place: Place;
}
