/** What an error says to people. */
import type { SizhengError } from '../model/errors.ts';
import { safeDeep } from '../util/safe-text.ts';
import type { ErrorText, ErrorTexts } from './catalogue.ts';

/** Nothing that stands in its params can move a cursor or hide. */
export function errorText({ id, params }: Pick<SizhengError, 'id' | 'params'>, errors: ErrorTexts): ErrorText {
  return (errors[id] as (params: unknown) => ErrorText)(safeDeep(params));
}
