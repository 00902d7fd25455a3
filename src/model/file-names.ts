/** What a file's name says by itself: its kind by extension, and the names that are litter or the program's own. */
import type { ContentKind } from './facts.ts';

/** The file that says what is checked, at the root of the folder. */
export const CONFIG_NAME = 'sizheng.yaml';
export const SHEET_NAME = '作品信息.xlsx';
export const ITEM_FILE_NAME = 'item.yaml';
/** Beside a flat group of files: `<stem>.item.yaml`. */
export const ITEM_FILE_SUFFIX = '.item.yaml';
/** The program's own folder: cache, backups, schemas. */
export const STATE_FOLDER = '.sizheng';
/** Works that are kept in reserve. */
export const CANDIDATE_FOLDER = '候选';
/** What `init` hands out for filling in; never a work. */
export const TEMPLATE_FOLDER = '模板';

const EXTENSIONS = {
  video: 'mp4 m4v mov mkv webm avi wmv asf flv f4v ts m2ts mts mpg mpeg vob rm rmvb 3gp 3g2 ogv',
  audio: 'mp3 m4a aac wav wma flac ogg opus amr',
  subtitle: 'srt vtt ass ssa lrc ttml dfxp sub sbv',
  document: 'docx docm doc pdf md markdown txt rtf wps odt pages',
  image: 'jpg jpeg png gif webp bmp tif tiff heic heif svg avif',
  slides: 'pptx pptm ppt ppsx pps dps odp key',
  spreadsheet: 'xlsx xlsm xls et ods csv numbers',
  archive: 'zip rar 7z gz tgz tar bz2 xz',
  html: 'html htm mht mhtml',
  playlist: 'm3u m3u8 pls xspf mpd ffconcat',
} as const satisfies Partial<Record<ContentKind, string>>;

const KIND_BY_EXTENSION = new Map<string, ContentKind>(
  Object.entries(EXTENSIONS).flatMap(([kind, list]) =>
    list.split(' ').map((extension) => [extension, kind as ContentKind]),
  ),
);

// How the tools people use name a file that is still coming in (网盘, 迅雷, Chrome, Firefox, wget).
const PARTIAL =
  /\.(?:crdownload|baiduyun\.p\.downloading|baiduyun\.downloading|td|xltd|part|partial|!ut|aria2|download)$/i;

export interface NameParts {
  readonly stem: string;
  /** Lower case, without the dot; empty when there is none. */
  readonly extension: string;
  /** The name is one that a download leaves behind until it is done. */
  readonly partial: boolean;
}

/** Splits a file's name; the suffix of an unfinished download is taken off first. */
export function splitName(name: string): NameParts {
  const whole = name.replace(PARTIAL, '');
  const dot = whole.lastIndexOf('.');
  const hasExtension = dot > 0 && isExtension(whole.slice(dot + 1));
  return {
    stem: hasExtension ? whole.slice(0, dot) : whole,
    extension: hasExtension ? whole.slice(dot + 1).toLowerCase() : '',
    partial: whole !== name,
  };
}

/** Asked first of the letters that nearly all are made of: those of all scripts are slow to build. */
function isExtension(text: string): boolean {
  return /^\w{1,10}$/.test(text) || /^[\p{L}\p{N}_]{1,10}$/u.test(text);
}

/** The kind that an extension (without dot, any case) promises; `null` when it promises nothing. */
export function kindOfExtension(extension: string): ContentKind | null {
  return KIND_BY_EXTENSION.get(extension.toLowerCase()) ?? null;
}

const LITTER =
  /^(?:thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|icon\r|__macosx|@eadir|\.ds_store|\._.*|\.~lock\..*#|~\$.*|~wr[a-z]\d*\.tmp)$/i;
const JUNK = /^(?:\$recycle\.bin|[@#]recycle|system volume information|node_modules|\..*)$/i;

/** What systems and office programs leave behind where a folder is only opened: nobody put it there. */
export function isLitterName(name: string): boolean {
  return LITTER.test(name);
}

/** Litter, and what else is no material; names that begin with a dot are the system's own business. */
export function isJunkName(name: string): boolean {
  return isLitterName(name) || JUNK.test(name);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Device names that Windows keeps for itself, whatever the extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
export const RESERVED_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;
