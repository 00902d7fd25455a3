/** 字幕：what the rules over subtitles say. */
import { formatDuration } from '../../util/format.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { placeZh } from './spots.ts';
import {
  atLeast,
  byScript,
  cuesOf,
  ENCODINGS_ZH,
  faultMessage,
  firstOf,
  fixOr,
  inSeconds,
  LANGUAGES_ZH,
  quoted,
  SPEED_WORDS,
  seconds,
  spotsText,
  startZh,
  WIDTH_WORDS,
} from './subtitle-words.ts';

const TIME_SYNTAX_MEND =
  '只有一种改法的（全角符号、箭头等），运行 sizheng fix 可以改好；其余的请在 Subtitle Edit 或 Arctime 里对着视频重新定时间。';
const BLANK_LINES_MEND =
  '先运行 sizheng fix；改不了的几处，请用记事本打开，让每两条字幕之间正好空一行，一条字幕中间不空行。';
const ENCODING_MEND =
  '运行 sizheng fix 可转成 UTF-8；也可以用记事本打开，选「文件 - 另存为」，下面的「编码」选 UTF-8。';
const ORDER_MEND = '时间没有写错的，运行 sizheng fix 可按时间重排；时间比前后差得很多的，请先在字幕软件里改正。';
const PAST_END_MEND = '请核对视频是不是后来剪短过、字幕有没有整体错位；片尾之后多出的字幕请删去。';

export const subtitleTextsZh: RuleTextsOf<'subtitle'> = {
  'subtitle/language': {
    title: '没有中文字幕',
    aspect: '字幕语言',
    why: '来函请各微课配字幕，看的人是国内师生；只有外文字幕，等于没有配。',
    mend: '请补上中文字幕；外文字幕可以一并保留。',
    example: '只有英文字幕的微课',
    message: ({ languages, files }) => {
      const what = languages.map((one) => LANGUAGES_ZH[one]).join('、');
      return `没有中文字幕：${files.map((path) => `「${path}」`).join('、')}${what === '' ? '里认不出是什么文字' : `里只有${what}`}`;
    },
  },
  'subtitle/encoding': {
    title: '字幕编码不是 UTF-8',
    aspect: '文字编码',
    why: '不是 UTF-8 的字幕，在网页和不少播放器里会变成乱码。',
    mend: ENCODING_MEND,
    example: 'GBK 编码的 字幕.srt',
    message: ({ path, encoding }) =>
      encoding === null
        ? `「${path}」的文字编码认不出来，字幕内容没有检查`
        : `「${path}」是 ${ENCODINGS_ZH[encoding] ?? encoding}，要求 UTF-8`,
    fix: ({ encoding }) =>
      encoding === null
        ? '请用原来做字幕的软件打开，重新导出为 UTF-8；打不开的，请向原单位重新要一份。'
        : ENCODING_MEND,
  },
  'subtitle/mojibake': spotsText({
    title: '字幕有乱码',
    aspect: '乱码处数',
    why: '转换编码时字已经丢了，观众看到的就是乱码，从乱码也转不回来。',
    mend: '请用原来做字幕的软件重新导出为 UTF-8，不要在已经乱码的文件上改。',
    example: '满屏「锟斤拷」的 字幕.srt',
    message: faultMessage('乱码'),
  }),
  'subtitle/time-syntax': spotsText({
    title: '时间码写法不对',
    aspect: '写法不对的时间码',
    why: '写法不对的时间码，有的播放器丢掉这一条，有的从这里起后面全不显示。',
    mend: TIME_SYNTAX_MEND,
    example: '00：00：01，000 -> 00：00：03，000',
    message: faultMessage('时间码写法不对'),
    fix: fixOr(TIME_SYNTAX_MEND),
  }),
  'subtitle/time-range': spotsText({
    title: '时间码数值不对',
    aspect: '数值不对的时间码',
    why: '分、秒到了 60，或结束不晚于开始的字幕，播放时显示不出来。',
    mend: '请在 Subtitle Edit 或 Arctime 里对着视频改正；程序不猜时间。',
    example: '00:01:05,000 --> 00:01:02,000',
    message: faultMessage('时间码数值不对'),
  }),
  'subtitle/index': spotsText({
    title: '字幕序号不对',
    aspect: '不对的序号',
    why: '序号缺了、重了，多数播放器照常显示，少数会漏掉这一条。',
    mend: '运行 sizheng fix 会重新编号；用 Subtitle Edit 打开再保存也可以。',
    example: '两条字幕的序号都是 12',
    message: faultMessage('序号不对'),
  }),
  'subtitle/blank-lines': spotsText({
    title: '字幕的空行不对',
    aspect: '不对的空行',
    why: '两条字幕之间少了空行，后一条的时间码会当成文字显示出来；一条中间夹了空行，空行后面的字会丢。',
    mend: BLANK_LINES_MEND,
    example: '两条字幕挨在一起，中间没有空行',
    message: faultMessage('空行不对'),
    fix: fixOr(BLANK_LINES_MEND),
  }),
  'subtitle/empty-cue': spotsText({
    title: '空白字幕',
    aspect: '空白字幕条数',
    why: '只有时间、没有文字的一条，多半是漏了内容。',
    mend: '请补上文字；本来就不该有的，请在字幕软件里删去这一条。',
    example: '只有时间码的一条',
    message: (params) => `${cuesOf(params)}没有文字：${firstOf(params.spots, (spot) => placeZh(spot))}`,
  }),
  'subtitle/tags': spotsText({
    title: '字幕里有代码',
    aspect: '有问题的代码',
    why: '没有成对的标签、播放器不认识的代码，会当成文字显示在画面上。',
    mend: '请删去这些代码；ASS 转成 SRT 的，请在 Subtitle Edit 或 Arctime 里重新导出为不带样式的 SRT。',
    example: 'SRT 里的 {\\an8}',
    message: faultMessage('代码有问题'),
  }),
  'subtitle/order': spotsText({
    title: '字幕没有按时间排',
    aspect: '次序不对的条数',
    why: '时间倒退时，有的播放器不再显示后面的字幕。',
    mend: ORDER_MEND,
    example: '00:05 的一条排在 00:20 之后',
    message: (params) => `${cuesOf(params)}不在时间的次序里：${firstOf(params.spots, startZh)}`,
    fix: ({ doubtful }) => (doubtful ? '请先改好认不准的时间码，再运行 sizheng fix 按时间重排。' : ORDER_MEND),
  }),
  'subtitle/duplicate-cue': spotsText({
    title: '重复的字幕',
    aspect: '重复的条数',
    why: '同样的话在同一时间出现两遍，画面上会叠成两行，多半是合并文件时粘贴了两次。',
    mend: '请在字幕软件里删去多出的一条。',
    example: '同一时间、同一句话有两条',
    message: (params) => `${cuesOf(params)}与前面的重复：${quoted(params)}`,
  }),
  'subtitle/overlap': spotsText({
    title: '字幕时间重叠',
    aspect: '最长的重叠',
    why: '前一条还没有消失，后一条就出来了，画面上会叠成两行，或互相遮住。',
    mend: '请把前一条的结束时间提前：Subtitle Edit 用「工具 - 修复常见错误」可一次改好，剪映、Arctime 里拖短前一条。',
    example: '前一条到 00:12.5，后一条从 00:11 开始',
    message: (params) =>
      `${cuesOf(params)}与前一条重叠${params.limit > 0 ? `超过 ${seconds(params.limit)}` : ''}：${inSeconds(params.spots)}`,
  }),
  'subtitle/min-duration': spotsText({
    title: '字幕一闪而过',
    aspect: '最短的一条',
    why: '短于六分之五秒的字幕，观众还没有看清就没了。',
    mend: '请拉长这几条，或与相邻的一条合并；剪映、Arctime 里拖动字幕块的边即可。',
    example: '只有 0.3 秒的一条',
    message: (params) =>
      `${cuesOf(params)}一闪而过：${inSeconds(params.spots)}（不少于${atLeast(params.limit, params.spots)}）`,
  }),
  'subtitle/max-duration': spotsText({
    title: '字幕停留太久',
    aspect: '最长的一条',
    why: '一条字幕停留太久，多半是结束时间写错，或者一句话没有断开。',
    mend: '请核对结束时间；一句话太长的，请断成几条。',
    example: '停留 40 秒的一条',
    message: (params) => `${cuesOf(params)}停留太久：${inSeconds(params.spots)}（不超过 ${seconds(params.limit)}）`,
  }),
  'subtitle/gap': spotsText({
    title: '字幕间隔太短',
    aspect: '最短的间隔',
    why: '两条字幕之间空出两帧，观众才看得出换了一条。',
    mend: '请把前一条的结束时间提前两帧；Subtitle Edit 用「工具 - 修复常见错误」可一次改好。',
    example: '后一条紧接着前一条',
    message: (params) =>
      `${cuesOf(params)}离前一条太近：${inSeconds(params.spots)}（不少于 ${params.frames} 帧，即 ${seconds(params.limit)}）`,
  }),
  'subtitle/line-length': spotsText({
    title: '字幕一行太长',
    aspect: '最长的一行',
    why: '课程视频一般要求每行不超过 20 字（半角的字母、数字算半个）；再长一眼看不完，手机上还会折行。',
    mend: '请按语气断成两条：剪映、Arctime、Subtitle Edit 里都可以把一条字幕拆开。',
    example: '一行 28 个字',
    message: (params) => `${cuesOf(params)}一行太长：${byScript(params, WIDTH_WORDS)}`,
  }),
  'subtitle/lines': spotsText({
    title: '字幕行数太多',
    aspect: '一条字幕的行数',
    why: '中文字幕宜为一行（双语的中文、外文各占一行）；超过两行会挡住画面。',
    mend: '一行放得下的并成一行；放不下的，请拆成前后两条。',
    example: '一条字幕三行',
    message: (params) => {
      const counted = params.per === 'cue' ? '共' : '中文';
      const told = firstOf(params.spots, (spot) => `${placeZh(spot)}（${counted} ${spot.value} 行）`);
      const what = params.per === 'cue' ? `超过 ${params.limit} 行` : '的中文分成了几行';
      return `${cuesOf(params)}${what}：${told}`;
    },
  }),
  'subtitle/reading-speed': spotsText({
    title: '字幕太快',
    aspect: '最快的一条',
    why: '每秒超过 9 个字就要赶着看，超过 11 个字多半看不完（双语字幕按每种语言分别计算）。',
    mend: '请延长这几条的时间，或删去可有可无的字；Subtitle Edit 的「字符/秒」一栏会标出来。',
    example: '2 秒里 30 个字',
    message: (params) => `${cuesOf(params)}太快，来不及看：${byScript(params, SPEED_WORDS)}`,
  }),
  'subtitle/traditional': spotsText({
    title: '繁体字、异体字',
    aspect: '有繁体字的条数',
    why: '影视字幕应使用规范汉字（《国家通用语言文字法》）；姓名、书法作品等确需保留的除外。',
    mend: '请改成简体：用记事本打开，全选复制到 Word，「审阅 - 繁转简」，再复制回来，保存为 UTF-8；转换后请再看一遍，确需保留的可以不改。',
    example: '「我們」「週末」',
    message: (params) =>
      params.mostly
        ? `「${params.path}」整份多为繁体：${params.cues} 条中文字幕里有 ${params.spots.length} 条用了繁体字或异体字，如${quoted(params)}`
        : `${cuesOf(params)}用了繁体字或异体字：${quoted(params)}`,
  }),
  'subtitle/punctuation': spotsText({
    title: '字幕里有标点',
    aspect: '有标点的条数',
    why: '本次规范不要标点：《精品视频公开课拍摄制作技术标准》等要求用空格代替，只保留书名号、引号、间隔号、连接号。',
    mend: '请把句中的标点换成空格，句末的删去；Subtitle Edit 可用「编辑 - 替换」。',
    example: '大家好，我们开始吧。',
    message: (params) => `${cuesOf(params)}带标点：${quoted(params)}`,
  }),
  'subtitle/past-end': {
    title: '字幕超出视频',
    aspect: '最后一条字幕',
    why: '视频结束以后的字幕没有人看得到；多半是视频后来剪短过，或者放错了字幕。',
    mend: PAST_END_MEND,
    example: '视频 15:20，字幕到 18:05',
    message: ({ path, videoMs, lastMs, cues, cuesAfterEnd, mostAfterEnd }) => {
      const end = `视频到 ${formatDuration(videoMs, true)} 就结束了`;
      if (mostAfterEnd) return `「${path}」像是另一个视频的字幕：${end}，${cues} 条字幕里有 ${cuesAfterEnd} 条在这之后`;
      const after = cuesAfterEnd === 0 ? '' : `，有 ${cuesAfterEnd} 条在这之后`;
      return `「${path}」的最后一条到 ${formatDuration(lastMs, true)}，${end}${after}`;
    },
    fix: ({ mostAfterEnd }) => (mostAfterEnd ? '请核对，换上这个视频自己的字幕。' : PAST_END_MEND),
  },
  'subtitle/coverage': {
    title: '字幕断断续续',
    aspect: '有字幕的时间',
    why: '讲课的视频，从第一条字幕到最后一条，一般八成以上的时间有字幕；太少多半是漏了一段。',
    mend: '请对着视频核对中间有没有漏掉的话；有意留白的（放松练习、播放片段）可以不改。',
    example: '20 分钟的课只有 8 分钟有字幕',
    message: ({ path, percent, limitPercent }) =>
      `「${path}」从第一条到最后一条，只有 ${percent}% 的时间有字幕（一般不少于 ${limitPercent}%）`,
  },
  'subtitle/tail': {
    title: '片尾没有字幕',
    aspect: '最后一条字幕与视频长度',
    why: '字幕早早结束，多半是后面还没有做完，或交来的是旧的一份。',
    mend: '请核对后面有没有讲话；没做完的请补齐后重新导出；只是片尾音乐、演职员表的可以不改。',
    example: '视频 18:00，字幕到 12:30',
    message: ({ path, lastMs, videoMs, largePercent }) => {
      const share = largePercent === null ? '' : `，占全片的 ${largePercent}%`;
      return `「${path}」到 ${formatDuration(lastMs)} 就没有了，后面还有 ${formatDuration(videoMs - lastMs)} 没有字幕${share}`;
    },
  },
};
