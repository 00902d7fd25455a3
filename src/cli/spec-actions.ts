/** What `sizheng spec` can do. */
export const SPEC_ACTIONS = ['show', 'check', 'schema'] as const;
