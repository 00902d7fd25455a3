/** A fault told by what was expected, which needs no language of its own. */
export function expecting(expected: string) {
  return { code: 'custom' as const, params: { expected } };
}
