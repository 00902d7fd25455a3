/** Whether a name could stand at a place, from its characters and from what the sentence goes on with. */
import { DOUBLE_SURNAMES, GIVEN, RARER_GIVEN, SURNAMES, SURNAMES_AND_WORDS, TELLING_GIVEN } from './name-characters.ts';

/** Surnames that begin many words: right behind 「学生」 only a name of three characters counts (「学生高敏感」「来访者曾梦见」). */
const HESITANT = new Set('高曾方何任严温易金余白夏尤舒甘齐程黄常武石史龙颜卓麦茅伍');
const WORDS = new Set(
  `尤其 金融 高兴 高中 高雅 高峰 高尚 高声 高明 高新 高高 高贵 高远 高洁 高深 严格 严峻 严明 严寒
夏天 夏秋 黄金 黄昏 庄严 方言 方程 方圆 方舟 方志 白天 白雪 白云 武士 武力 武术 武艺 温和 温馨
温柔 温情 温润 温厚 温婉 章程 林业 林中 林海 唐朝 宋朝 秦朝 周朝 史学 史书 凌晨 甘心 甘甜 石墨
周岁 周知 周天 齐名 马力 许久 许诺 金秋 舒畅 舒心 钟情 焦灼 江心 江南 江海 江河 江山 童心 童真
童星 齐心 余生 余力 苗苗 龙舟 毛孔 张扬 陈旧 胡思 张三 李四 王五 赵六 雷锋 雷雨 何如 何必 杜绝
梅花 陶艺 唐诗 宋词 汤圆 韩国 罗马 王国 欧元 欧亚 欧美 隋朝 秦国 吴国 江东 江城 江夏 沈阳 苏丹
苏宁 苏南 谷城 凤阳 康定 康泰 康健 秦岭 郁郁 霍然 庞然 申明 孔融 鲁迅 马克 葛根 韩语 欧洲 洪亮
李子 江苏 江西 金华 唐山 黄山 黄石 常德 龙岩 温江 武汉 贺州 柳州 单位 任职 方向 时间 时长 成绩
文化 简介 管理 经历 原因 代号 计划 温暖 严谨 高龄 常言 常情
常念 常新 常乐 常模 常山 黎明 卓然 芦荟 黄鹂 金铃 金枝 苏杭 祁山 茅山 马克思 马斯洛 罗杰斯 苏格兰 周恩来 毛泽东`.split(
    /\s/,
  ),
);
/** No given name of one character: 房子、高一、张家. */
const NEVER_ALONE = new Set('一子家中');

/** 「秦同学」「金女士」：no name told. */
const TITLES = new Set('同学 学姐 学长 学弟 学妹 先生 女士 小姐 阿姨 老师 教授 医生 院长 书记'.split(' '));

/** What a sentence goes on with behind a name. */
const FOLLOWING = new Set(
  `在因自来说是和与被为向对把从给的等及或有曾现原也又就便才却则将已正感想觉出到同以至都还经由并遭患称讲叫让系入考上
去回找走进主表提反突一多长性平独接参担获报第今最近目不没很非常认告喜开始父母本您你我他她这那会能要先后时男女刚老
发每于均近其只仍再总该需带做写哭笑住留使得请问答听看坐站睡吃喝玩用收送交约谈聊陪帮害怕愿希望通过完努积拿躺躲离失拒拨打跑退休转受身体`,
);
/** Words that go on so, though a name could hold their first character. */
const FOLLOWING_WORDS = new Set(
  `心情 心理 心里 心态 情绪 一直 一度 一家 一人 一起 一向 家庭 家人 家境 家长 家里 平时 平日 平常
学习 学业 学会 学院 学校 学生 成绩 成为 成功 思想 思维 沉默 沉迷 英语 兴趣 兴奋 如实 如约 如今
真诚 真实 真正 明确 明显 明白 正在 正常 正是 正好 志愿 安静 天天 春节 秋季 符合 承认 否认
流泪 服药 存在 属于 始终 经常 时常 晚上 当晚 当天 次日 突然`.split(/\s/),
);
const HAN = /^[\u3400-\u9FFF]/;
/** 「张晓×」「李某」：hidden already. */
const HIDDEN = /[*×某○〇□xX]/;

/** 「，女，20 岁」「（男）」：what comes before is a name, whatever its characters. */
const PROFILE = /^[,( ]{1,2}(?:[男女](?=[,。、;) ]|$)|\d\d ?岁)/;

/** What stands between a name and the word before it: nothing; a colon, a bracket; a word that says a name comes. */
export type Joint = 'none' | 'mark' | 'name';

/** The end of a name that begins at an offset. */
export function nameEndAt(folded: string, start: number, joint: Joint): number | null {
  const given = start + (DOUBLE_SURNAMES.has(folded.slice(start, start + 2)) ? 2 : 1);
  if (TITLES.has(folded.slice(given, given + 2))) return null;
  return plainEnd(folded, start, given, joint) ?? framedEnd(folded, start, given, joint);
}

/** By its characters. */
function plainEnd(folded: string, start: number, given: number, joint: Joint): number | null {
  const first = folded.charAt(start);
  if (given > start + 1 || SURNAMES.has(first)) return usualEnd(folded, start, given, joint);
  return SURNAMES_AND_WORDS.has(first) ? tellingEnd(folded, given) : null;
}

/** Behind a surname that says little else. */
function usualEnd(folded: string, start: number, given: number, joint: Joint): number | null {
  if (!isGiven(folded.charAt(given)) || WORDS.has(folded.slice(start, given + 2))) return null;
  const goesOn = FOLLOWING_WORDS.has(folded.slice(given + 1, given + 3));
  const hesitant = joint === 'none' && HESITANT.has(folded.charAt(start));
  if (!goesOn && isGiven(folded.charAt(given + 1)) && endsLong(folded, start, given + 2, hesitant)) return given + 2;
  if (hesitant || !isShortName(folded.slice(start, given + 1))) return null;
  return goesOn || endsBefore(folded, given + 1, true) ? given + 1 : null;
}

/** 「于慧敏」「安雨彤」: behind a surname that is a word as well, two characters of which one hardly stands but in names. */
function tellingEnd(folded: string, given: number): number | null {
  const [first, second] = [folded.charAt(given), folded.charAt(given + 1)];
  const isTelling = TELLING_GIVEN.has(first) || TELLING_GIVEN.has(second);
  return isTelling && isGiven(first) && isGiven(second) && endsBefore(folded, given + 2, true) ? given + 2 : null;
}

function isGiven(character: string): boolean {
  return GIVEN.has(character) || RARER_GIVEN.has(character);
}

/** By what stands around it. */
function framedEnd(folded: string, start: number, given: number, joint: Joint): number | null {
  const isCertain = joint === 'name';
  const first = folded.charAt(start);
  const isSurname = given > start + 1 || SURNAMES.has(first) || (isCertain && SURNAMES_AND_WORDS.has(first));
  if (!isSurname) return null;
  for (const end of [given + 1, given + 2]) {
    const [last, behind] = [folded.charAt(end - 1), folded.slice(end, end + 10)];
    if (!HAN.test(last) || HIDDEN.test(last)) return null;
    const isFramed = isCertain ? !HAN.test(behind) && !HIDDEN.test(behind.charAt(0)) : PROFILE.test(behind);
    if (isFramed) return isLikely(folded.slice(start, end), isCertain) ? end : null;
  }
  return null;
}

/** No word of two characters: 「来访者高三，男」, 「姓名 单位」. */
function isLikely(name: string, isCertain: boolean): boolean {
  return name.length > 2 || (!WORDS.has(name) && (isCertain || !HESITANT.has(name.charAt(0))));
}

/** A surname and two characters; where the sentence goes on otherwise than sentences do, they may be the beginning of a longer word. */
function endsLong(folded: string, start: number, end: number, hesitant: boolean): boolean {
  const isRare = RARER_GIVEN.has(folded.charAt(end - 2)) || RARER_GIVEN.has(folded.charAt(end - 1));
  return endsBefore(folded, end, hesitant || isRare || WORDS.has(folded.slice(start, end - 1)));
}

/** A surname and one character that are no word. */
function isShortName(name: string): boolean {
  return !WORDS.has(name) && !NEVER_ALONE.has(name.slice(-1));
}

/** `strict`: a sentence that goes on must do so as sentences do. */
function endsBefore(folded: string, end: number, strict: boolean): boolean {
  const next = folded.charAt(end);
  if (HIDDEN.test(next)) return false;
  return !strict || !HAN.test(next) || FOLLOWING.has(next) || FOLLOWING_WORDS.has(folded.slice(end, end + 2));
}
