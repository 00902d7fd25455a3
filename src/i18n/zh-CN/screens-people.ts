/** 退回通知、校验结果表、拉取请求里的评论。 */
import type { Binding } from '../../model/spec.ts';
import type { DeadlineWords, MarkdownScreen, NoticeScreen, PeopleScreen, WorkbookScreen } from '../screens-people.ts';

const BINDINGS: Readonly<Record<Binding, string>> = { must: '请', should: '建议', guidance: '供参考' };

function deadlineZh({ scope, prudent, latest, month, day, source, passed }: DeadlineWords): string {
  const owner = scope === 'province' ? '全省' : '本校';
  const said = `${source ?? '来函'}「${month}月${day}日之前」`;
  if (passed === 'latest') return `时间：最迟的报送时间 ${latest} 已过（${said}）。改好后能否补报，请先联系确认。`;
  if (passed === 'prudent')
    return `时间：${owner}稳妥的报送时间 ${prudent} 已过（${said}），最迟 ${latest}。请马上改好发来。`;
  return `时间：${owner}须在 ${prudent} 前报出（${said}，稳妥按前一天 24:00，最迟 ${latest}）。请尽早发来，留出复核的时间。`;
}

const noticeZh: NoticeScreen = {
  nobody: (partial, left) =>
    `${partial ? '检查的这部分' : ''}没有要退回的作品，不用通知任何人${left > 0 ? `；另有 ${left} 处须整改不属于哪所学校（名额、未归类的文件等）` : ''}`,
  head: ({ notices, works, problems }) =>
    `退回通知 ${notices} 份：${works > 0 ? `${works} 件作品，` : ''}共 ${problems} 处须整改。每份在两条横线之间，可整段复制到 QQ 或邮件`,
  recipients: (names) => `依次发给：${names.join('、')}`,
  findOut: '最后一份的作品没有写明学校，请先查明是谁的',
  ownDate: '要学校哪天重报，请自己补上：程序只知道报送的截止时间',
  left: (count) => `另有 ${count} 处须整改不属于哪所学校（名额、未归类的文件等），没有写进通知`,
  nameless: '（没有写明学校）',
  title: (name) => `【退回通知】${name}`,
  call: (title, owner, year, batch) =>
    `${title}，${owner === null ? '' : `${owner} `}${year} 年${batch === 'first' ? '首批' : '常态化报送'}`,
  summary: (checked, works, problems) =>
    `检查了 ${checked} 件作品，${works > 0 ? `${works} 件须整改，共 ${problems} 处` : `有 ${problems} 处须整改`}。请按下面的办法改好，重新发来。`,
  blocking: '须整改：',
  rest: '另请留意（不影响报送）：',
  inFile: (name, message) => `${name}：${message}`,
  deadline: deadlineZh,
  openEnded: '时间：常态化报送，没有截止时间，改好后随时可以重新发来。',
};

const workbookZh: WorkbookScreen = {
  sheets: { problems: '问题', works: '作品', institutions: '学校×类别' },
  problems: {
    grade: '级别',
    blocking: '影响报送',
    category: '类别',
    number: '编号',
    title: '题目',
    institution: '学校',
    status: '状态',
    file: '文件',
    place: '位置',
    message: '问题',
    expected: '要求',
    actual: '测得',
    fix: '办法',
    waived: '豁免理由',
    clause: '条款',
    aspect: '规则',
    rule: '规则编号',
  },
  works: {
    category: '类别',
    number: '编号',
    title: '题目',
    institution: '学校',
    status: '状态',
    verdict: '结论',
    blocking: '须整改',
    warnings: '提醒',
    infos: '提示',
    waived: '豁免',
    unchecked: '未检查',
    duration: '时长',
    resolution: '分辨率',
    codec: '编码',
    videoSize: '视频大小',
    subtitles: '字幕',
    cues: '字幕条数',
    coverage: '有字幕的时间',
    words: '文字材料字数',
    files: '文件数',
    bytes: '总大小（字节）',
    note: '备注',
  },
  yes: '是',
  no: '否',
  noProblems: '没有发现问题',
  noWorks: '没有作品',
  track: (index) => `视频里的第 ${index} 路`,
  other: (path) => `对照「${path}」`,
  verdicts: { valid: '合格', waived: '合格（有豁免）', toMend: '须整改', withdrawn: '撤下，没有检查' },
  burnedIn: '压制在画面里（申报，未检查）',
  unreadable: (names) => `读不出：${names.join('、')}`,
  waivedFor: (reasons) => `豁免理由：${reasons.join('；')}`,
  withdrawnFor: (reason) => `撤下理由：${reason}`,
  institutions: {
    institution: '学校',
    nameless: '（没有写明学校）',
    sum: '合计',
    found: '收到',
    valid: '合格',
    toMend: '须整改',
    candidates: '候选',
    owes: '还要改什么',
    owed: (work, aspects) => `${work}：${aspects.join('、')}`,
  },
  ledgerTitle: '各类别名额',
  ledger: {
    category: '类别',
    required: '要求',
    found: '收到',
    valid: '合格',
    waived: '豁免',
    candidates: '候选',
    missing: '缺',
    excess: '多',
    note: '说明',
  },
  madeBy: (version, spec) => `由 sizheng ${version} 按规范 ${spec} 检查`,
};

const markdownZh: MarkdownScreen = {
  title: (batch) => `检查结果：${batch}`,
  blocking: '须整改',
  rest: ({ warnings, infos, waived, candidates }) =>
    [
      warnings > 0 ? `提醒 ${warnings} 条` : '',
      candidates > 0 ? `候选作品须整改 ${candidates} 处` : '',
      infos > 0 ? `提示 ${infos} 条` : '',
      waived > 0 ? `已豁免 ${waived} 条` : '',
    ]
      .filter(Boolean)
      .join('，'),
  noProblems: '没有发现问题。',
  place: (paths, within) => `${paths}${within === '' ? '' : `，${within}`}`,
  waived: (reason) => `豁免理由：${reason}`,
  leftOut: (count, blocking) =>
    `另有 ${count} 处没有列出${blocking > 0 ? `（其中 ${blocking} 处须整改）` : ''}：一条评论放不下，请看完整的报告。`,
  unchecked: (count) => `有 ${count} 项没有检查：要用的内容读不出来，或不在这次检查的范围里。`,
  madeBy: (version, spec) => `由 sizheng ${version} 按规范 ${spec} 检查`,
};

export const peopleScreenZh: PeopleScreen = {
  clause: (text, binding) => `来函「${text}」（${BINDINGS[binding]}）`,
  basis: (clause) => `依据：${clause}`,
  placeLabel: '位置：',
  places: (places, more) => `${places.join('、')}${more > 0 ? `等 ${places.length + more} 处` : ''}`,
  candidate: (label) => `${label}（候选）`,
  notice: noticeZh,
  workbook: workbookZh,
  markdown: markdownZh,
};
