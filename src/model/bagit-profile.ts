/** The profiles that our bags keep to (BagIt Profiles Specification 1.4.0). The newest is published as `templates/bagit-profile.json`. */
import { PACKAGE_FILES } from './package-manifest.ts';

/** The parts of the specification that are in use here. */
export interface BagitProfile {
  readonly 'BagIt-Profile-Info': {
    readonly 'BagIt-Profile-Identifier': string;
    /** Of the specification. */
    readonly 'BagIt-Profile-Version': string;
    readonly 'Source-Organization': string;
    readonly 'External-Description': string;
    /** Of the profile. */
    readonly Version: string;
  };
  readonly 'Bag-Info': Readonly<Record<string, ProfileTag>>;
  /** Algorithms: `sha256`. */
  readonly 'Manifests-Required': readonly string[];
  readonly 'Manifests-Allowed': readonly string[];
  readonly 'Tag-Manifests-Required': readonly string[];
  readonly 'Tag-Manifests-Allowed': readonly string[];
  /** Paths from the base folder. */
  readonly 'Tag-Files-Required': readonly string[];
  readonly 'Tag-Files-Allowed': readonly string[];
  readonly 'Allow-Fetch.txt': boolean;
  readonly Serialization: 'forbidden' | 'required' | 'optional';
  /** MIME types. */
  readonly 'Accept-Serialization': readonly string[];
  readonly 'Accept-BagIt-Version': readonly string[];
}

export interface ProfileTag {
  readonly required: boolean;
  readonly repeatable: boolean;
  readonly description: string;
}

function tag(required: boolean, description: string): ProfileTag {
  return { required, repeatable: false, description };
}

interface ProfileVersion {
  readonly identifier: string;
  readonly version: string;
  /** Beside those of BagIt. */
  readonly tagFiles: readonly string[];
}

function makeProfile({ identifier, version, tagFiles }: ProfileVersion): BagitProfile {
  return {
    'BagIt-Profile-Info': {
      'BagIt-Profile-Identifier': identifier,
      'BagIt-Profile-Version': '1.4.0',
      'Source-Organization': 'sizheng',
      'External-Description':
        'A batch of mental-health teaching material, checked and packed by sizheng for submission',
      Version: version,
    },
    'Bag-Info': {
      'Source-Organization': tag(false, 'The province or the institution that submits'),
      'Contact-Name': tag(false, 'Who answers questions about the batch'),
      'Bagging-Date': tag(true, 'YYYY-MM-DD, in the time zone of the call'),
      'Payload-Oxum': tag(true, 'Bytes and files of the payload: bytes.files'),
      'Bag-Size': tag(true, 'Size of the payload, for people'),
      'Bag-Software-Agent': tag(true, 'The program that made the bag, with its version'),
      'External-Identifier': tag(true, 'The name of the bag, which is that of its base folder'),
    },
    'Manifests-Required': ['sha256'],
    'Manifests-Allowed': ['sha256'],
    'Tag-Manifests-Required': ['sha256'],
    'Tag-Manifests-Allowed': ['sha256'],
    'Tag-Files-Required': tagFiles,
    'Tag-Files-Allowed': [
      'bagit.txt',
      'bag-info.txt',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
      ...tagFiles,
      PACKAGE_FILES.draftNote,
    ],
    'Allow-Fetch.txt': false,
    Serialization: 'optional',
    'Accept-Serialization': ['application/zip'],
    'Accept-BagIt-Version': ['1.0'],
  };
}

const FIRST_TAG_FILES = [
  PACKAGE_FILES.manifest,
  PACKAGE_FILES.report,
  PACKAGE_FILES.spec,
  PACKAGE_FILES.profile,
  PACKAGE_FILES.summary,
];

/** What changes here changes the identifier too: bags that name the old one were made to the old one. */
export const BAGIT_PROFILE: BagitProfile = makeProfile({
  identifier: 'urn:uuid:4946689c-169e-41eb-9d8a-ea90930f08f9',
  version: '1.1',
  tagFiles: [PACKAGE_FILES.page, ...FIRST_TAG_FILES],
});

/** Those that bags of ours have named, each of which is held to its own. */
export const BAGIT_PROFILES: readonly BagitProfile[] = [
  BAGIT_PROFILE,
  makeProfile({
    identifier: 'urn:uuid:f8217102-e058-4171-b4b4-b682b2178e47',
    version: '1.0',
    tagFiles: FIRST_TAG_FILES,
  }),
];

/** The tag of `bag-info.txt` by which a bag says which profile it keeps to. */
export const PROFILE_TAG = 'BagIt-Profile-Identifier';
