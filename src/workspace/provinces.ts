/** The province-level education departments that a call goes to: 31 and the corps, in the order of GB/T 2260. */

export interface Province {
  /** As people say it: `浙江`. */
  readonly short: string;
  /** As it is written in full: `浙江省`. */
  readonly full: string;
}

const FULL_NAMES = [
  ['北京', '北京市'],
  ['天津', '天津市'],
  ['河北', '河北省'],
  ['山西', '山西省'],
  ['内蒙古', '内蒙古自治区'],
  ['辽宁', '辽宁省'],
  ['吉林', '吉林省'],
  ['黑龙江', '黑龙江省'],
  ['上海', '上海市'],
  ['江苏', '江苏省'],
  ['浙江', '浙江省'],
  ['安徽', '安徽省'],
  ['福建', '福建省'],
  ['江西', '江西省'],
  ['山东', '山东省'],
  ['河南', '河南省'],
  ['湖北', '湖北省'],
  ['湖南', '湖南省'],
  ['广东', '广东省'],
  ['广西', '广西壮族自治区'],
  ['海南', '海南省'],
  ['重庆', '重庆市'],
  ['四川', '四川省'],
  ['贵州', '贵州省'],
  ['云南', '云南省'],
  ['西藏', '西藏自治区'],
  ['陕西', '陕西省'],
  ['甘肃', '甘肃省'],
  ['青海', '青海省'],
  ['宁夏', '宁夏回族自治区'],
  ['新疆', '新疆维吾尔自治区'],
  ['兵团', '新疆生产建设兵团'],
] as const;

export const PROVINCES: readonly Province[] = FULL_NAMES.map(([short, full]) => ({ short, full }));

/** `浙江` → `浙江省`; any other text is left as it is. */
export function fullProvinceName(written: string): string {
  const plain = written.trim();
  return PROVINCES.find(({ short }) => short === plain)?.full ?? plain;
}
