/** Raised when what this reader makes of a file changes: cached facts of an older reader are not taken. */
export const INDEX_READER_VERSION = '2';
