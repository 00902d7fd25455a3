/** What a work's name and the folders above it say of it. */
import type { ItemFields } from '../model/submission.ts';
import { NO_FIELDS } from './fields.ts';
import type { Group } from './groups.ts';
import { looksLikeInstitution } from './institutions.ts';
import { isPerson, parseItemName } from './item-names.ts';
import { findSlotFolder, isMarkedCandidate, normaliseName } from './names.ts';

export function fieldsOfName(group: Group): ItemFields {
  const { name, category, institution, topic, candidate } = group;
  const parsed = parseItemName(name, category);
  // 「甲大学/心理微课/01-情绪管理-张三」: the folder names the institution, so the name names the person.
  const presenter =
    institution !== null && parsed.institution !== null && !looksLikeInstitution(parsed.institution)
      ? parsed.institution
      : null;
  const person = parsed.person ?? (presenter !== null && isPerson(presenter) ? presenter : null);
  return {
    ...NO_FIELDS,
    number: parsed.number,
    title: saysNothing(parsed.title, group) ? null : parsed.title,
    institution: presenter === null ? (parsed.institution ?? institution) : institution,
    people: person === null ? [] : [person],
    topic: parsed.topic ?? topic,
    status: candidate || isMarkedCandidate(name) ? 'candidate' : null,
  };
}

/** A slot's word, or the institution once more, is no title. */
function saysNothing(title: string | null, { institution, category }: Group): boolean {
  if (title === null || findSlotFolder(title, category.slots) !== null) return true;
  return institution !== null && normaliseName(title) === normaliseName(institution);
}
