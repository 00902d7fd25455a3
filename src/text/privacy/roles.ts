/** Names of accounts that an office keeps: `xlzx2020`, `hznu_xinli`, `psy-counseling`. */

const WHOLE = new Set(
  'office contact service services admin support news media press editor webmaster postmaster noreply xsc xsgzc xgb xgc xgbgs yjsgzb tw xtw jyzx zsb zixun yuyue kefu hotline xlzx xljk xlfd xlzxzx xlfdzx xljkzx'.split(
    ' ',
  ),
);
const BEGINNING =
  /^(?:xlzx|xljk|xlfd|xinli|xinling|counsel|psycho|psyche|mental|tougao|xuegong|xsgz|zhongxin|bangongshi)/;

/** What a person adds to a name of one's own as well: `tansiqi.psy`, `linyue_help`. */
const ADDED = new Set(['info', 'help', 'psy']);
/** Abbreviations of schools are no longer: `hznu.psy`. */
const ABBREVIATION = 4;

export function isRole(account: string): boolean {
  // What stands behind `+` sorts the owner's mail (RFC 5233).
  const words = account
    .replace(/\+.*/, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word, index) =>
    ADDED.has(word)
      ? words.slice(0, index).every((before) => before.length <= ABBREVIATION)
      : WHOLE.has(word) || BEGINNING.test(word),
  );
}
