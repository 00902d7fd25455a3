/** What the files of the tree are to the program before anything is arranged. */
import {
  baseName,
  CONFIG_NAME,
  ITEM_FILE_NAME,
  ITEM_FILE_SUFFIX,
  isJunkName,
  parentPath,
  SHEET_NAME,
  TEMPLATE_FOLDER,
} from '../model/file-names.ts';

export type Role = 'junk' | 'own' | 'content';

export function roleOf(path: string): Role {
  const segments = path.split('/');
  if (segments.some(isJunkName)) return 'junk';
  const [first = '', second] = segments;
  if (first === TEMPLATE_FOLDER || (second === undefined && (first === CONFIG_NAME || first === SHEET_NAME)))
    return 'own';
  return hasItemFileName(path) ? 'own' : 'content';
}

/** Speaks of a work. `._item.yaml` of a Mac is litter, and a form among the templates nobody's word. */
export function isItemFile(path: string): boolean {
  return hasItemFileName(path) && roleOf(path) !== 'junk' && !path.startsWith(`${TEMPLATE_FOLDER}/`);
}

function hasItemFileName(path: string): boolean {
  const name = baseName(path);
  return name === ITEM_FILE_NAME || name.endsWith(ITEM_FILE_SUFFIX);
}

/** The folders that hold an `item.yaml`, and so are items whatever they are called. */
export function itemFoldersOf(itemFiles: Iterable<string>): Set<string> {
  return new Set([...itemFiles].filter((path) => baseName(path) === ITEM_FILE_NAME).map(parentPath));
}
