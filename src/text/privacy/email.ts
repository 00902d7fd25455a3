/** E-mail addresses of persons. */
import { isSample, labelIn, labelPattern, leadOf } from './lead.ts';
import { maskRest } from './masks.ts';
import { type Finder, type PrivateMatch, readEach, type Scanned } from './match.ts';
import { isOfficial } from './official.ts';
import { isRole } from './roles.ts';

// Of no more than 64 units before the sign (RFC 5321, 4.5.3.1.1), so that runs of letters cost no more than their length.
const EMAIL =
  /(?<![\w*@]|[\w*][.%+-])(?<local>\w[\w.%+-]{0,63})(?:@| ?@ ?(?=(?:qq|foxmail|163|126|gmail|outlook|hotmail|sina|139)\.)| ?(?:\[at\]|\(at\)) ?)(?<host>(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,24})(?![a-z\d])/gi;
/** `封面@2x.png`, and the end of a file's name that is an address. */
const EXTENSION = /\.(?:docx?|pdf|txt|md|xlsx?|pptx?|png|jpe?g|gif|webp|svg|mp4|mov|mp3|srt|vtt|ass|zip|rar)$/i;
/** 「xxx@qq.com」「____@qq.com」：to be filled in. */
const BLANK = /^(?:x+|[_\W]+)$/i;
const LABEL = labelPattern('邮箱|电子邮箱|邮件|电子邮件|电邮|信箱|邮箱地址|e-?mail|mailto');

export const emails: Finder = { hint: /@|\[at\]|\(at\)/i, find: findEmails };

function findEmails({ text, folded, inLink }: Scanned): PrivateMatch[] {
  return readEach(folded, EMAIL, ({ 0: found, index: start, groups = {} }) => {
    const { local = '', host = '' } = groups;
    const realHost = host.replace(EXTENSION, '');
    if (!realHost.includes('.') || BLANK.test(local) || isRole(local)) return null;
    const end = start + found.length - (host.length - realHost.length);
    const lead = leadOf(folded, start);
    if (inLink(start) || isSample(lead) || isOfficial(folded, start, end)) return null;
    const masked = maskRest(text.slice(start, start + local.length)) + text.slice(start + local.length, end);
    return { kind: 'email', start, end, masked, label: labelIn(lead, LABEL) };
  });
}
