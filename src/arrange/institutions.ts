/** Names of schools and other bodies, as they stand in the names of folders and files. */
import { stripCopyNumber } from '../util/version-marks.ts';
import { readNumber } from './numbering.ts';

const KINDS = '大学|学院|学校|职院|高专|师专|幼专|党校|中学|研究院|研究所|教育厅|教委';
// 「中国矿业大学（北京）」; 「甲大学心理中心」 and 「甲大学学工部」 speak for the university.
const INSTITUTION = new RegExp(
  `^(?!.*[\\s+＋,，、|｜.．《》]).+(?:${KINDS})(?:(?!生).{1,12}(?:中心|部|处|办公室|学院|系))?(?:[（(][^（()）]*[)）])?$|\\b(?:university|college|institute|school)\\b.*$`,
  'iu',
);

export function looksLikeInstitution(name: string): boolean {
  return INSTITUTION.test(name.trim());
}

// What senders write behind a name: how many, in what state. Anything else in brackets is part of the name.
const REMARK =
  /\s*[（(【[](?=[^（(【[)）】\]]*(?:[\d一二两三四五六七八九十共]+[门组个件份项篇]|候选|备选|[终定初]稿|版|已|待|改|新))[^（(【[)）】\]]*[)）】\]]$/u;
const PADDING = /[\s\-_—－+＋]*(?:报送|申报|推荐|提交|材料|作品|成果|文件夹?|汇总|资料|全部|\d+[门组个件份项篇])+$/u;

/** 「睡眠（候选）」 without its remark. Unchanged when nothing else would be left. */
export function withoutRemarks(name: string): string {
  return name.replace(REMARK, '').trim() || name;
}

/** A folder's name without what says how much is inside: 「甲大学（3门）」, 「甲大学报送材料」, 「心理微课(5)」. */
export function withoutCounts(name: string): string {
  return stripCopyNumber(withoutRemarks(name)).replace(PADDING, '').trim() || name;
}

const SEPARATORS = /[-—–－_]/u;

/** The institution that a folder is named after, when it is named after nothing else. */
export function readInstitution(folder: string): string | null {
  const bare = withoutCounts(readNumber(folder.normalize('NFC')).rest);
  return looksLikeInstitution(bare) && !SEPARATORS.test(bare) ? bare : null;
}

// Folders that say how the material was gathered, not whose it is.
const GATHERED =
  /^(?:(?:19|20)\d\d(?:年度?)?|新建文件夹.*|.*(?:省|市|自治区|兵团|批|批次|材料|作品|成果|资料|附件|汇总|报送|申报|征集|遴选|推荐|初审|复审|入选|文件夹?|视频|目录|心理健康教育))$/u;

/** Whose works a folder holds, where its place says that it is named after somebody: short names (浙大) are taken too. */
export function readOwner(folder: string): string | null {
  const bare = readNumber(folder.normalize('NFC')).rest;
  return readInstitution(folder) ?? (GATHERED.test(bare) || bare === '' ? null : bare);
}
