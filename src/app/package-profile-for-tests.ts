/** A bag held against the published profile, by BagIt Profiles 1.4.0 and by nothing of ours. Used by tests only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../util/package-root.ts';
import { type OpenBag, payloadOf, readTags } from './bag-reader-for-tests.ts';

interface Profile {
  readonly 'BagIt-Profile-Info': { readonly 'BagIt-Profile-Identifier': string };
  readonly 'Bag-Info': Readonly<Record<string, { readonly required: boolean; readonly repeatable: boolean }>>;
  readonly 'Manifests-Required': readonly string[];
  readonly 'Manifests-Allowed': readonly string[];
  readonly 'Tag-Manifests-Required': readonly string[];
  readonly 'Tag-Manifests-Allowed': readonly string[];
  readonly 'Tag-Files-Required': readonly string[];
  readonly 'Tag-Files-Allowed': readonly string[];
  readonly 'Allow-Fetch.txt': boolean;
  readonly Serialization: 'forbidden' | 'required' | 'optional';
  readonly 'Accept-Serialization': readonly string[];
  readonly 'Accept-BagIt-Version': readonly string[];
}

const PUBLISHED = join(packageRoot(), 'templates', 'bagit-profile.json');

/** What keeps a bag from keeping to the profile that it names. */
export async function profileProblems(bag: OpenBag, form: 'zip' | 'folder'): Promise<string[]> {
  const text = await readFile(PUBLISHED, 'utf8');
  const profile = JSON.parse(text) as Profile;
  const copy = bag.files.get('bagit-profile.json')?.toString();
  return [
    ...(copy !== undefined && JSON.stringify(JSON.parse(copy)) === JSON.stringify(profile) ? [] : ['another profile']),
    ...serializationProblems(profile, form),
    ...tagProblems(profile, readTags(bag.files)),
    ...listProblems('manifest', profile['Manifests-Required'], profile['Manifests-Allowed'], bag),
    ...listProblems('tagmanifest', profile['Tag-Manifests-Required'], profile['Tag-Manifests-Allowed'], bag),
    ...fileProblems(profile, bag),
  ];
}

function serializationProblems(profile: Profile, form: 'zip' | 'folder'): string[] {
  const { Serialization: serialization, 'Accept-Serialization': accepted } = profile;
  if (form === 'folder') return serialization === 'required' ? ['is not serialized'] : [];
  return serialization === 'forbidden' || !accepted.includes('application/zip') ? ['is serialized'] : [];
}

function tagProblems(profile: Profile, tags: readonly (readonly [label: string, value: string])[]): string[] {
  const identifier = profile['BagIt-Profile-Info']['BagIt-Profile-Identifier'];
  const named = tags.filter(([label]) => label === 'BagIt-Profile-Identifier').map(([, value]) => value);
  const problems = Object.entries(profile['Bag-Info']).flatMap(([label, { required, repeatable }]) => {
    const values = tags.filter(([name]) => name.toLowerCase() === label.toLowerCase());
    if (required && !values.some(([, value]) => value.trim() !== '')) return [`no ${label}`];
    return !repeatable && values.length > 1 ? [`${label} stands twice`] : [];
  });
  return [...(named.join() === identifier ? [] : [`names the profile ${named.join()}`]), ...problems];
}

function listProblems(
  head: 'manifest' | 'tagmanifest',
  required: readonly string[],
  allowed: readonly string[],
  { files }: OpenBag,
): string[] {
  const found = [...files.keys()].flatMap((path) => new RegExp(`^${head}-([^/]+)\\.txt$`).exec(path)?.[1] ?? []);
  return [
    ...required.filter((name) => !found.includes(name)).map((name) => `no ${head}-${name}.txt`),
    ...found.filter((name) => !allowed.includes(name)).map((name) => `${head}-${name}.txt is not allowed`),
  ];
}

function fileProblems(profile: Profile, { files }: OpenBag): string[] {
  const payload = new Set(payloadOf(files));
  const version = /^BagIt-Version: (.*)$/m.exec(files.get('bagit.txt')?.toString() ?? '')?.[1] ?? '';
  const strange = [...files.keys()].filter(
    (path) => !payload.has(path) && !profile['Tag-Files-Allowed'].includes(path),
  );
  return [
    ...profile['Tag-Files-Required'].filter((path) => !files.has(path)).map((path) => `no ${path}`),
    ...strange.map((path) => `${path} is not allowed`),
    ...(files.has('fetch.txt') && !profile['Allow-Fetch.txt'] ? ['fetch.txt is not allowed'] : []),
    ...(profile['Accept-BagIt-Version'].includes(version) ? [] : [`BagIt ${version}`]),
  ];
}
