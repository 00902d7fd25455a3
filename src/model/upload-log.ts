/** The upload log of plain folders (上传台账.xlsx): a sheet for the people who upload, and one that `verify` reads. */

/** One row a work: what is pasted into a portal, and what happened to it. */
export const UPLOAD_WORKS_SHEET = '作品';
/** One row a file of the payload. */
export const UPLOAD_FILES_SHEET = '文件';

/** Headers of the sheet of files, by which its columns are found again after people have worked in it. */
export const UPLOAD_FILE_COLUMNS = {
  category: '类别',
  item: '作品',
  path: '文件',
  originalPath: '来源',
  sizeBytes: '大小（字节）',
  sha256: 'SHA-256',
} as const;

/** What a receipt's `contentSha256` is the digest of, for plain folders: a line a file, as `sha256sum` writes it, in the order of the paths. */
export function uploadDigestLines(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}
