/** The people and bodies that the properties of a document name. */
import type { DocumentPerson } from '../../model/document-facts.ts';
import { cutText } from '../../util/cut-text.ts';

/** Property by property, as the file has them; `null` and blank are left out. */
export type NamedPeople = readonly (readonly [DocumentPerson['field'], string | null])[];

const MAX_NAME_LENGTH = 60;
/** What systems, office programs and sellers of computers put in when nobody gives a name. */
const NOBODY = new RegExp(
  `^(?:${[
    '(?:windows|microsoft|微软|office|microsoft office|mc|ms|wps) ?(?:用户|user)?',
    '(?:微软|microsoft) ?(?:中国|china|corporation|corp\\.?)?',
    '(?:wps|microsoft) office(?: .*)?',
    'user\\d*|用户|users?-?\\w*|guest|owner|root|admin|administrator|administrators|管理员|system|mc system',
    'un-?named|unknown|none|null|undefined|n/?a|author|作者|default|test',
    '(?:desktop|laptop|pc|win|ms|hp|sc|lenovo|user|dell)-[\\w-]*|p ?r ?c|china|中国',
    'lenovo|联想|dell|hp|asus|acer|huawei|apple|thinkpad|hewlett-packard(?: company)?',
    '番茄花园|雨林木风|深度技术|系统之家|电脑公司|萝卜家园|(?:www\\.)?[\\w-]+\\.(?:com|cn|net|org)(?:\\.cn)?|sky123\\.org',
    'python-docx|apache poi|openpyxl|docx4j|pandoc|wkhtmltopdf|libreoffice|openoffice(?:\\.org)?|latex.*|adobe.*|acrobat.*',
    '[\\d\\s._-]*',
  ].join('|')})$`,
  'i',
);

/** Masked to the first character. Names that are nobody's are left out. */
export function describePeople(named: NamedPeople): DocumentPerson[] {
  return named.flatMap(([field, value]) => {
    const name = cutText((value ?? '').replace(/\s+/g, ' ').trim(), MAX_NAME_LENGTH);
    return NOBODY.test(name) ? [] : [{ field, masked: maskName(name) }];
  });
}

/** `张*`, `J*** *****`, as long as the name. */
function maskName(name: string): string {
  return name.replace(/(?<!^)\S/gu, '*');
}
