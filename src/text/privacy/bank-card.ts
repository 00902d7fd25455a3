/** Numbers of bank cards (ISO/IEC 7812-1): 16 to 19 digits. */
import { passesLuhn } from './check-digits.ts';
import { labelIn, labelPattern, leadOf } from './lead.ts';
import { maskMiddle } from './masks.ts';
import { type Finder, LONG_NUMBER, type PrivateMatch, readEach, type Scanned } from './match.ts';

// In one piece, or in fours as on the card.
const CARD =
  /(?<![\dA-Z*]|\d\.|\d-)\d{4}(?:\d{12,15}|(?: \d{4}){3}(?: \d{1,3})?|(?:-\d{4}){3}(?:-\d{1,3})?|[ -]\d{12,15}|\d\d[ -]\d{10,13})(?![\dA-Z*]|\.\d|-\d)/gi;
/** UnionPay and the old cards of two banks; of 16 digits only Visa, Mastercard and JCB. */
const UNIONPAY = /^(?:62|9558|9559)/;
const OTHERS = /^(?:4\d{3}|5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720|352[89]|35[3-8]\d)\d{12}$/;

const CARD_LABEL = labelPattern('银行卡|信用卡|储蓄卡|借记卡|工资卡|银联卡');
const ACCOUNT_LABEL = labelPattern('卡号|账号|帐号|账户|帐户');
/** Other things that are numbered, and accounts of offices. */
const NOT_A_CARD =
  /身份证|证件|订单|单号|流水|编[号码]|条形?码|对公|公户|校园卡|一卡通|借书|校园|会员|代码|项目|课题|案号|IMEI|ISBN/i;

export const bankCards: Finder = { hint: LONG_NUMBER, find: findBankCards };

function findBankCards({ text, folded, inLink }: Scanned): PrivateMatch[] {
  return readEach(folded, CARD, ({ 0: found, index: start }) => {
    const digits = found.replace(/[ -]/g, '');
    const lead = leadOf(folded, start);
    const card = labelIn(lead, CARD_LABEL);
    const label = card ?? labelIn(lead, ACCOUNT_LABEL);
    if (card === null && !(passesLuhn(digits) && (label !== null || isKnown(digits)))) return null;
    if ((card === null && NOT_A_CARD.test(lead)) || inLink(start)) return null;
    const end = start + found.length;
    return { kind: 'bank-card', start, end, masked: maskMiddle(text.slice(start, end), found, 4, 4), label };
  });
}

function isKnown(digits: string): boolean {
  return UNIONPAY.test(digits) || OTHERS.test(digits);
}
