/** Lines that an office keeps for the public are no private data, whatever number or address stands behind them. */
import { leadOf, sentenceBefore, trailOf } from './lead.ts';

// What one gets hold of an office by.
const CHANNEL = '(?:电话|手机|号码|专线|短信|邮箱|信箱|邮件|电邮|E-?mail|QQ|微信|钉钉)';
const PURPOSE =
  '咨询|预约|值班|办公|服务|求助|援助|救助|干预|报名|报修|投诉|举报|监督|反馈|投稿|征稿|征集|收稿|来稿|报送|接收|客服|公开|公共|公用|公务|官方|对外|单位|部门|中心|报警|急救|救护|会务|联络处|编辑部|校长|书记|院长';
const DIAL = '(?:拨打|致电|联系(?!人)|发送至|发至|发到|发送?邮件[至到]|短信至|添加)';
// 「心理中心」「学生工作办公室」：an office that answers by its name.
const OFFICE =
  '(?:中心|办公室|工作室|咨询室|辅导室|驿站|值班室|工作站|服务站|编辑部|组委会|会务组|前台|校医院|医院|派出所|保卫处|门诊|门卫|保安室|救助站|辅导站|学生处|学工部|学工处|研工部|团委|宿管站)';

const OFFICIAL = new RegExp(
  [
    '热线|专线|总机|值班室|客服|小助手|服务台|技术支持|校园110|hot ?line|help ?line',
    // 「预约电话」「值班老师电话」「心理中心官方微信」
    `(?:${PURPOSE})室?(?:专用|联系|工作|服务|人员|老师|教师)?${CHANNEL}`,
    // 「预约方式：」「如需咨询，请拨打」
    `(?:咨询|预约|求助|报名|投稿|值班)(?:(?:方式|渠道|途径|地址)(?: |至? ?:)|至? ?:|至| ?,?(?:的同学|的学生|者)?可?以?请?(?:直接)?${DIAL})`,
    `${OFFICE}的?(?:联系)?${CHANNEL}?(?:号码?|为|是)? *[:(]? *$`,
    '关注(?:[^,。\\n]{0,12}?)(?:微信|QQ)',
    '(?:office|service|appointments?|counsell?ing|cent(?:er|re))(?: (?:tel|phone|mobile|number|e-?mail|qq|wechat))?[ .:]*$',
  ].join('|'),
  'gi',
);
/** 「某某大学心理中心 地址：… 电话：」：the last lines of a page. */
const IMPRINT = new RegExp(`${OFFICE}(?:[^,。]* )?${CHANNEL}: *$`, 'i');
const NO_IMPRINT = /单位|老师|教师|教授|讲师/;
/** 「…；QQ：」 goes on with what was begun; a mobile, told so, is somebody's own. */
const GOES_ON = /[;,、 ] ?(?:\d[.、)] ?)?(?:QQ|微信|邮箱|电子邮箱|E-?mail|电话)(?:号码?)? *:? *$/i;

/** Whose the number is after all, where it stands nearer than the office. */
const PERSONAL =
  /联系人|负责人|本人|个人|私人|(?:自己|我)的?(?:手机|电话|号码|微信|QQ|邮箱)|[他她](?=[把将用])|其[父母兄弟姐妹]|留[下了]|其(?:手机|电话|微信|QQ)|[他她]的|, *(?:联系)?手机|老师的?(?:手机|电话|微信|QQ|邮箱)|家长|家属|监护人|亲属|父亲|母亲|爸爸|妈妈|哥哥|姐姐|舅舅|叔叔|男友|女友|学生|同学|室友|舍友|来访|来电|求助者|案主|当事人|辅导员|班主任|导师|主讲|作者|姓名/g;
// A parents' or students' line is an office's all the same.
const LINE_FOR_THEM = /^(?:处|工作|服务|资助|事务|活动|公寓|家长|心理|咨询|热线|预约|求助|专线|会|中心|值班)/;

const TOLD_BEHIND =
  /^ *(?:[(为是即系/]|-+) *[^)]{0,16}?(?:热线|专线|值班|咨询电话|预约|办公电话|公开电话|中心电话|心理中心|咨询中心|客服|官方|办公室)/;
/** 「拨打…预约」 */
const TO_DIAL = new RegExp(`${DIAL} *$`);
const TO_ASK = /^ *(?:进行)?(?:预约|咨询|报名|求助|反馈)/;

/** What is said last before the datum counts; else what is said right behind it. */
export function isOfficial(folded: string, start: number, end: number): boolean {
  const sentence = sentenceBefore(folded, start);
  const lead = GOES_ON.test(sentence) ? sentence : leadOf(folded, start);
  const office = lastEnd(lead, OFFICIAL);
  const person = lastPerson(lead);
  if (office >= 0 && office >= person) return true;
  return person < 0 && (isImprint(lead) || isToldBehind(lead, trailOf(folded, end)));
}

function isImprint(lead: string): boolean {
  return IMPRINT.test(lead) && !NO_IMPRINT.test(lead);
}

function isToldBehind(lead: string, trail: string): boolean {
  return TOLD_BEHIND.test(trail) || (TO_DIAL.test(lead) && TO_ASK.test(trail));
}

function lastEnd(lead: string, pattern: RegExp): number {
  let end = -1;
  for (const { 0: found, index } of lead.matchAll(pattern)) end = index + found.length;
  return end;
}

function lastPerson(lead: string): number {
  let end = -1;
  for (const { 0: found, index } of lead.matchAll(PERSONAL)) {
    const after = index + found.length;
    if (!LINE_FOR_THEM.test(lead.slice(after))) end = after;
  }
  return end;
}
