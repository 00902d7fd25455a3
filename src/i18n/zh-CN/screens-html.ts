/** 网页报告上的字。 */
import type { HtmlScreen } from '../screens-html.ts';

const BINDING = { must: '请', should: '建议', guidance: '供参考' } as const;

export const htmlScreenZh: HtmlScreen = {
  title: '检查报告',
  skip: '跳到正文',
  contents: '目录',
  sections: {
    package: '包里有什么',
    quota: '名额',
    next: '接下来做什么',
    whole: '整批材料的问题',
    candidates: '候选',
    withdrawn: '撤下',
    topics: '主题覆盖',
    waivers: '豁免',
    attestations: '须由人说明的事项',
    rules: '规则说明',
    method: '怎样检查的',
  },
  headline: (passed, partial) =>
    partial ? (passed ? '检查的这部分没有须整改的' : '检查的这部分有须整改的') : passed ? '可以报送' : '还不能报送',
  tally: (blocking, warnings) =>
    [
      blocking > 0 ? `${blocking} 处须整改` : '没有须整改的',
      warnings > 0 ? `另有 ${warnings} 条提醒（不影响报送）` : '',
    ]
      .filter(Boolean)
      .join('，'),
  figures: { works: '作品', error: '须整改', warning: '提醒', waived: '豁免', skipped: '未检查的项目' },
  candidateGrade: '候选须整改',

  deadline: {
    title: '截止时间',
    prudent: '稳妥',
    latest: '最迟',
    readings: '来函写的是某日「之前」，有两种理解：稳妥的算到前一天 24:00，最迟的算到当天 24:00。请按稳妥的准备。',
    source: (text) => `日期依据：${text}`,
    days: '{days} 天 {hours} 小时',
    hours: '{hours} 小时 {minutes} 分',
    left: '还有 {time}',
    past: '已过 {time}',
    asOf: (local) => `按检查时 ${local} 计算`,
    now: '现在（按这台电脑的时钟）',
  },

  packed: {
    title: '报送包 先看这一页',
    passed: '检查通过',
    draft: '草稿，请勿报送',
    open: '作品在下面，点文件名就能打开。打不开的，请先把报送包全部解压，再打开解压出来的这一页。',
    summary: '汇总表',
    uploadLog: '上传台账',
    waivers: '这些要求没有做到，报送单位写明了理由。',
    rules: '这次查出提醒、提示或豁免的规则，为什么查。',
  },

  ledger: {
    head: ['类别', '图示', '收到', '要求', '合格', '说明'],
    bar: ({ valid, faulty, missing, excess, open, unit }) =>
      [
        `合格 ${valid} ${unit}`,
        faulty > 0 ? `须整改 ${faulty} ${unit}` : '',
        missing > 0 ? `缺 ${missing} ${unit}` : '',
        excess > 0 ? `多 ${excess} ${unit}` : '',
        open > 0 ? `名额未用 ${open} ${unit}` : '',
      ]
        .filter(Boolean)
        .join('，'),
    legend: { valid: '合格', faulty: '须整改', missing: '缺', open: '名额未用', limit: '名额上限' },
    none: '只检查了一部分，没有核对名额。',
  },

  next: {
    fail: (command) => `先改下面这些，点名称看详情和办法。改好后再检查一次${command === null ? '。' : '：'}`,
    pass: (command) => `没有须整改的，可以报送了${command === null ? '。' : '，打包：'}`,
    passPartial: '这部分没有须整改的。报送前请检查整批材料。',
    more: (count) => `另外 ${count} 件`,
    list: (words) => words.join('、'),
  },

  filters: {
    label: '筛选',
    grade: '程度',
    all: '全部',
    category: '类别',
    institution: '学校',
    rule: '规则',
    search: '搜索',
    searchHint: '题目、学校、文件名、问题',
    reset: '清除筛选',
    whole: '整批材料',
    noInstitution: '（未写学校）',
    hits: '显示作品 {works}/{allWorks} 件，问题 {findings}/{allFindings} 条',
    nothing: '没有符合条件的内容。请放宽条件，或清除筛选。',
  },

  work: {
    count: (count, unit) => `${count} ${unit}`,
    none: '没有收到作品。',
    clean: '没有发现问题',
    graded: (grade, count) => `${grade} ${count}`,
    candidatesNote: '候选作品检查了，但不计入名额，也不影响结论。',
    withdrawn: (reason) => (reason === null ? '没有写理由' : `理由：${reason}`),
    frames: '画面',
    frame: (time) => `${time} 处的画面`,
    asked: '对照要求',
    askedHead: ['项目', '测得', '要求', '来函', '结果'],
    itself: '作品',
    track: '内嵌字幕',
    files: '文件',
    extraFile: '其他文件',
    words: (count) => `${count} 字`,
    pages: (count) => `${count} 页`,
    firstLine: '首行',
    failure: (detail) => (detail === null ? '读不了' : `读不了：${detail}`),
    checks: (total, skipped, beside) =>
      `${beside ? '其余' : ''}检查 ${total} 项${skipped > 0 ? `，其中 ${skipped} 项未检查` : '，都合格'}`,
  },

  timeline: {
    title: '字幕',
    facts: (cues, first, last, covered) =>
      `${cues} 条，从 ${first} 到 ${last}${covered === null ? '' : `，有字幕的时间共 ${covered}`}`,
    label: (first, last, total) => `字幕时间线：全长 ${total}，字幕从 ${first} 到 ${last}`,
    spots: (count) => `有问题的位置 ${count} 处`,
    legend: { covered: '有字幕', empty: '没有字幕', spot: '有问题的位置', end: '视频结束' },
    noCues: '没有字幕条',
  },

  finding: {
    waived: (reason) => `豁免理由：「${reason}」`,
    spots: (total, shown) => (shown < total ? `全部 ${total} 处（列出前 ${shown} 处）` : `全部 ${total} 处`),
    otherWays: '其他办法',
    clause: (text, binding) => `来函（${BINDING[binding]}）：「${text}」`,
  },

  binding: BINDING,
  practice: '惯例',

  topics: {
    work: '作品',
    total: '合计',
    covered: '有',
    missing: (topics) => `还没有涉及：${topics.join('、')}`,
    complete: '来函列举的都涉及了。',
    note: '按题目和填写的主题认定，供遴选参考，不影响结论。',
  },

  waivers: {
    note: '豁免随报送材料一起上报，上级可见。',
    head: ['哪一件', '规则', '没有做到的', '理由'],
  },

  attestations: {
    note: '这些程序看不出来，只记录由谁说明，没有检查。',
    head: ['事项', '说明人'],
    nobody: '还没有人说明',
  },

  rules: {
    note: '这次查出问题的规则，为什么查，怎样改。',
    count: (count) => `${count} 处`,
    why: '为什么：',
    mend: '怎样改：',
  },

  framesMissing: {
    'no-ffmpeg':
      '没有找到能运行的 ffmpeg，所以没有画面缩略图；装好 ffmpeg（或用 SIZHENG_FFMPEG 指明位置）后重新生成报告，即可看到',
    'not-kept':
      '存下的报告里没有画面缩略图；要看，请用 sizheng report 加 --dir 写明工作文件夹，重新生成网页，缩略图取自那里的视频',
    lost: (count) => `有 ${count} 个视频没有画面缩略图：工作文件夹里没有找到，或者检查以后换过；请重新检查，再生成网页`,
    fewer: (perVideo) => `作品多，为了不让网页太大，每个视频只放 ${perVideo} 张画面缩略图`,
  },
  method: {
    at: '检查时间',
    tool: '程序',
    readers: '读取视频的程序',
    noReaders: '没有读取视频',
    spec: '规范',
    digest: '规范文件的 SHA-256',
    extent: '范围',
    extentWhole: '整批材料',
    frames: '画面缩略图',
    privacy: '个人信息',
    privacyNote: '疑似个人信息已在报告里隐去，只留前后几位。',
    clauses: '来函的条款',
    clausesHead: ['程度', '原文'],
  },
};
