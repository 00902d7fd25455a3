/** Data of persons left in texts and names: nobody's. Used by tests only. */
import type { Place } from '../model/rule.ts';
import type { RuleId } from '../model/rule-params.ts';
import type { Severity } from '../model/spec.ts';
import type { Mutation } from './mutation-for-tests.ts';

const TIPS = '心理暖心贴士/02-想家的时候-乙学院';
const CASE = '活动典型案例/06-毕业班生涯故事会-庚财经学院';
const PLAN_OF_FOUR = '会商指导方案/04-网络沉迷与学业预警学生跨校会商-己理工大学';
const NAMED = '心理暖心贴士/03-手机与注意力-己理工大学';

const inTips = { path: `${TIPS}/贴士.md`, item: TIPS, category: 'tips' };
const inCase = { path: `${CASE}/案例.md`, item: CASE, category: 'case' };
const inPlan = { path: `${PLAN_OF_FOUR}/方案.txt`, item: PLAN_OF_FOUR, category: 'plan' };

/** A sentence of its own behind the title, which stands in the first line. */
function told(sentence: string, place: Place & { readonly path: string }, severity: Severity): Mutation {
  return {
    mutate: (sample) =>
      sample.patch(place.path, (bytes) => Buffer.from(bytes.toString().replace('\n\n', `\n\n${sentence}\n\n`))),
    severity,
    place: { ...place, line: 3 },
  };
}

export const PRIVACY = {
  'privacy/id-number': told('登记表上写着身份证号 330102203105081236。', inTips, 'error'),
  'privacy/phone': {
    mutate: (sample) => sample.move(`${NAMED}/贴士.txt`, `${NAMED}/贴士-13812345678.txt`),
    severity: 'warning',
    place: { path: `${NAMED}/贴士-138****5678.txt`, part: 'name', item: NAMED, category: 'tips' },
  },
  'privacy/email': told('想聊聊的同学可以写信到 linyue@example.com。', inTips, 'warning'),
  'privacy/bank-card': told('稿费请汇到卡号 6222020000000000125。', inTips, 'warning'),
  'privacy/student-number': told('第一位讲述人的学号是 2021010203。', inCase, 'error'),
  'privacy/chat-id': told('不便见面的可以加她的微信：lin_yue_2003。', inPlan, 'error'),
  'privacy/name': told('来访者张晓雯，女，22 岁，毕业班学生。', inPlan, 'info'),
} as const satisfies Partial<Record<RuleId, Mutation>>;
