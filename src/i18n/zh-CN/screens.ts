/** 屏幕上的字。 */
import { REASON_BLANK } from '../../model/reason-blank.ts';
import type { LedgerWords, ReportScreen } from '../screens.ts';
import { spotZh } from './spots.ts';
import { DETAILS_ZH } from './subtitle-words.ts';

function noteOf({ unit, found, valid, waived, candidates, missing, excess }: LedgerWords): string {
  const parts = [
    missing > 0 ? `缺 ${missing} ${unit}` : '',
    excess > 0 ? `多 ${excess} ${unit}` : '',
    found > valid ? `${found - valid} ${unit}须整改` : '',
    waived > 0 ? `${waived} ${unit}有豁免` : '',
    candidates > 0 ? `候选 ${candidates} ${unit}` : '',
  ].filter(Boolean);
  return parts.join('，');
}

/** `5-10 门`. */
export function requiredZh({ min, max, unit }: LedgerWords): string {
  if (min === null && max === null) return '不限';
  if (min === max) return `${min} ${unit}`;
  if (min === null) return `至多 ${max} ${unit}`;
  return max === null ? `至少 ${min} ${unit}` : `${min}-${max} ${unit}`;
}

export const reportScreenZh: ReportScreen = {
  batch: (owner, year, batch, scope) =>
    [
      owner ?? (scope === 'province' ? '（未写明省份）' : '（未写明学校）'),
      `${year} 年${batch === 'first' ? '首批' : '常态化报送'}`,
    ].join(' '),
  checkedAt: (local, zone, seconds, given) =>
    `${given ? '按' : '检查于'} ${local}（${zone === 'Asia/Shanghai' ? '北京时间' : zone}）${given ? '检查' : ''}${seconds === null ? '' : `，用时 ${seconds} 秒`}`,
  verdict: (passed, blocking, warnings, partial) => {
    const more = warnings > 0 ? `另有 ${warnings} 条提醒（不影响报送）` : '';
    if (!passed) return `结论：${partial ? '' : '还不能报送。'}${blocking} 处须整改${more === '' ? '' : `，${more}`}`;
    return `结论：${partial ? '检查的这部分没有须整改的' : '检查通过，可以报送'}${more === '' ? '' : `。${more}`}`;
  },
  checkedAs: (path, category, slot) => `「${path}」按${category}的${slot}检查`,
  partial: '只检查了一部分：名额、截止时间等整批的要求没有检查',
  timeLeft: ({ days, hours, minutes }) =>
    [days > 0 ? `${days} 天` : '', hours > 0 ? `${hours} 小时` : '', minutes > 0 ? `${minutes} 分钟` : '']
      .filter(Boolean)
      .join(' ') || '不到 1 分钟',
  untilPrudent: (end, left) => `距稳妥的截止时间（${end}）还有 ${left}`,
  strict: '严格检查（--strict）：提醒也须整改',
  ledgerHead: ['类别', '要求', '收到', '合格', '说明'],
  required: requiredZh,
  ledgerNote: (row) => noteOf(row) || (row.min === null && row.max === null ? '' : '已达标'),
  severity: { error: '须整改', warning: '提醒', info: '提示' },
  outcome: { pass: '合格', fail: '不合格', skipped: '未检查', 'not-applicable': '不适用' },
  status: { selected: '入选', candidate: '候选', withdrawn: '撤下' },
  wholeSubmission: '整批材料',
  itemLabel: (category, number, title, institution) =>
    `${category} ${number ?? ''}《${title}》${institution === null ? '' : ` ${institution}`}`,
  waivedTag: '已豁免',
  fixLabel: '办法：',
  sharedFixLabel: (count) => `以上 ${count} 处的办法：`,
  spot: (spot) => `${spotZh(spot)}${spot.detail === undefined ? '' : `（${DETAILS_ZH[spot.detail]}）`}`,
  spotSeparator: '；',
  reason: (title) => `${title}不合要求`,
  spare: (left, unit) => `也可以撤下这件（仍有 ${left} ${unit}）：`,
  moreWorks: (count) => `+${count} 处没有列出`,
  waiverHint:
    '也可以写明理由豁免：在 sizheng.yaml 的 waivers 下加一行（没有 waivers: 这一行、或这一行前有井号的，先在文件末尾加上 waivers:）',
  waiverReason: REASON_BLANK['zh-CN'],
  moreAlike: (count, title) => `+${count} 处同样的问题（${title}），没有列出`,
  warningsSummary: (count, parts) =>
    `提醒 ${count} 条：${parts.map(({ title, count: of }) => `${title}（${of}）`).join('、')}`,
  infosSummary: (count) => `提示 ${count} 条`,
  waivers: (count) => `豁免 ${count} 条（随报送材料一起上报，上级可见）：`,
  waiver: (subject, title, reason) => `${subject} ${title}，理由「${reason}」`,
  declared: (count) => `${count} 件作品说明字幕已压制在画面里：由报送人说明，未检查`,
  candidates: (labels) => `候选 ${labels.length} 件（不计入，不影响结论）：${labels.join('、')}`,
  withdrawn: (labels) =>
    `撤下 ${labels.length} 件：${labels.map(({ label, reason }) => (reason === null ? label : `${label}（${reason}）`)).join('、')}`,
  oneReader: (reader) => `视频只由一种程序（${reader}）读取，没有互相核对；安装 ffmpeg 后会更可靠`,
  seeWarnings: (command) => `看提醒：${command}`,
  seeAll: (command) => `看全部：${command}`,
  textsHead: '作品的文字材料（字数，第一行）',
  text: (name, wordCount, firstLine) => `${name} ${wordCount} 字${firstLine === null ? '' : `：「${firstLine}」`}`,
  introIn: (file) => `简介（${file}）`,
  burnedIn: '字幕：申报为压制字幕，未检查',
  passedHead: '检查过的项目（测得的值）',
  passedRest: (count) => `另有 ${count} 项只看有没有毛病的检查，都没有发现问题`,
  attestationsHead: '程序看不出来、须由人说明的事项（未检查）',
  attestation: (text, by) => `${text}：${by === null ? '还没有人说明' : `${by} 已说明`}`,
};
