/** The names that mean something in a workspace. Folders are relative to its root. */

/** The workspace's own settings. */
export const CONFIG_FILE = 'sizheng.yaml';

/** What is said about one work, inside its folder. */
export const ITEM_FILE = 'item.yaml';

/** One row a work. */
export const SHEET_FILE = '作品信息.xlsx';

/** Cache, backups and the schemas for editors; never packed. */
export const STATE_FOLDER = '.sizheng';

/** Empty forms to fill in, and the guide; never a work. */
export const TEMPLATE_FOLDER = '模板';

/** Works that are kept in reserve. */
export const CANDIDATE_FOLDER = '候选';

const SIDECAR_SUFFIX = `.${ITEM_FILE}`;

/** The name of the item file of a work without a folder: `02-睡眠` → `02-睡眠.item.yaml`. */
export function sidecarName(stem: string): string {
  return stem + SIDECAR_SUFFIX;
}

/** The stem that a sidecar's name speaks for; `null` when the name is no sidecar's. */
export function sidecarStem(name: string): string | null {
  const isSidecar = name.length > SIDECAR_SUFFIX.length && name.toLowerCase().endsWith(SIDECAR_SUFFIX);
  return isSidecar ? name.slice(0, -SIDECAR_SUFFIX.length) : null;
}
