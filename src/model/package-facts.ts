/** What was read of a package. Nothing of it is extracted, and nothing here judges. */
import type { Measured } from './facts.ts';
import type { PackageManifest } from './package-manifest.ts';
import type { ReceiptClaims } from './receipt.ts';

export type PackageForm = 'zip' | 'folder';
/** By what stands at its root: `bagit.txt` or a manifest of digests; an upload log; neither. */
export type PackageKind = 'bag' | 'upload' | 'unknown';

export interface PackageFacts {
  /** As it was named on the command line. */
  readonly path: string;
  readonly form: PackageForm;
  readonly kind: PackageKind;
  /** Of the ZIP, or of all files in the folder. */
  readonly sizeBytes: number;
  /** Why the reading ended early; what follows is what was known by then. */
  readonly stopped: PackageStop | null;
  /** Faults of the archive itself; none of a folder. */
  readonly structure: readonly StructureFault[];
  /** The one folder that everything in a ZIP stands in; empty when there is none. Paths below are relative to it. */
  readonly base: string;
  readonly files: readonly PackagedFile[];
  readonly bag: BagFacts | null;
  /** `sizheng.json`; `null` when there is none. */
  readonly manifest: Measured<PackageManifest> | null;
  readonly uploadLog: Measured<UploadLogFacts> | null;
  /** False when only structure, sizes and CRC were looked at (`--fast`). */
  readonly digested: boolean;
  /** SHA-256 of the whole ZIP, hexadecimal, where it was asked for. */
  readonly sha256: string | null;
  /** SHA-256 by which a receipt knows the contents; `null` where the package has no such list. */
  readonly contentSha256: string | null;
  /** The receipt it is to be held against. */
  readonly receipt: { readonly path: string; readonly claims: ReceiptClaims } | null;
  /** The workspace it is to be held against. */
  readonly source: SourceFacts | null;
}

export const UNREADABLE_REASONS = [
  'empty', // no byte in it
  'truncated', // begins as a ZIP does, and has no directory at its end
  'not-zip',
  'not-file', // a device, a pipe
  'system', // the system does not let it be read
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

export type PackageStop =
  /** No ZIP, no folder, nothing that can be read. */
  | {
      readonly type: 'unreadable';
      readonly reason: UnreadableReason;
      /** `not-zip`: what it is instead (`7z`, `html`), where that is known; `system`: the error's code; else `null`. */
      readonly detail: string | null;
    }
  /** Past a limit set for safe reading; `path` is the entry that went past it. */
  | {
      readonly type: 'too-large';
      /** `directory`: bytes of a ZIP's directory, names and all; `faults`: more of them than serve anybody. */
      readonly limit: 'entries' | 'directory' | 'total' | 'ratio' | 'faults';
      readonly actual: number;
      readonly max: number;
      readonly path: string | null;
    };

/** Where a ZIP is at odds with APPNOTE 6.3.10, or with itself. */
export const STRUCTURE_FAULTS = [
  'leading-data', // bytes before the first entry
  'trailing-data', // bytes after the end record
  'gap', // bytes between entries, or before the directory, that belong to none
  'overlap', // two entries share bytes
  'out-of-bounds', // an entry, the directory or a record lies past the end of the file
  'multi-disk', // says to be a part of several
  'count', // the end record's number of entries is not the directory's
  'directory-size', // the end record's size of the directory is not the directory's
  'bad-signature', // a header is not where the directory says
  'local-differs', // a field of the local header is not the directory's
  'descriptor-differs', // a data descriptor is not what the directory says
  'extra-field', // an extra field runs past its end, or ZIP64 values are missing
  'zip64', // the ZIP64 end record or its locator does not hold
  'comment', // the archive or an entry carries a comment: bytes that no list speaks of
] as const;
export type StructureFaultCode = (typeof STRUCTURE_FAULTS)[number];

export interface StructureFault {
  readonly fault: StructureFaultCode;
  /** The field's name in APPNOTE's words, where one is meant: `crc-32`, `file name`, `last mod file time`. */
  readonly field: string | null;
  /** The entry, where one is meant. */
  readonly path: string | null;
  /** Position in the file, bytes. */
  readonly offset: number;
  /** How many bytes, where that says something. */
  readonly bytes: number | null;
}

export type EntryFault =
  | { readonly type: 'encrypted' }
  /** A compression method this program does not read: APPNOTE's number. */
  | { readonly type: 'method'; readonly method: number }
  | { readonly type: 'crc' }
  /** Inflates to more or fewer bytes than it says. */
  | { readonly type: 'size'; readonly actualBytes: number }
  /** The compressed data do not hold, or the system cannot read the file. */
  | { readonly type: 'data'; readonly detail: string };

export interface PackagedFile {
  /** From the base folder, as decoded, with the archive's own separators. */
  readonly path: string;
  readonly type: 'file' | 'link' | 'other';
  readonly sizeBytes: number;
  /** Which encoding the name was read in; `utf-8` is what it should be, `unmarked` is without the flag that says so. */
  readonly nameEncoding: 'utf-8' | 'utf-8-unmarked' | 'gb18030' | 'cp437';
  readonly faults: readonly EntryFault[];
  /** Hexadecimal, by algorithm (`sha256`); empty where it was not or could not be digested. */
  readonly digests: Readonly<Record<string, string>>;
}

/** The tag files of a bag (RFC 8493), read and not yet judged. */
export interface BagFacts {
  /** `bagit.txt`; `null` when there is none. */
  readonly declaration: BagDeclaration | null;
  /** The lines of `bag-info.txt` in order; `null` when there is none. */
  readonly info: { readonly tags: readonly InfoTag[]; readonly badLines: readonly number[] } | null;
  readonly manifests: readonly DigestList[];
  /** `fetch.txt`; `null` when there is none. */
  readonly fetch: { readonly lines: readonly FetchLine[]; readonly badLines: readonly number[] } | null;
}

export interface BagDeclaration {
  /** `1.0`; `null` when the line is missing or does not hold. */
  readonly version: string | null;
  /** As written: `UTF-8`. */
  readonly encoding: string | null;
  readonly bom: boolean;
  /** Exactly the two lines of RFC 8493, 2.1.1. */
  readonly wellFormed: boolean;
}

export interface InfoTag {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

/** A `manifest-<algorithm>.txt` or `tagmanifest-<algorithm>.txt`. */
export interface DigestList {
  readonly path: string;
  readonly covers: 'payload' | 'tags';
  /** As in the file's name, lower case: `sha256`. */
  readonly algorithm: string;
  /** This platform can compute it. */
  readonly supported: boolean;
  readonly lines: readonly DigestLine[];
  readonly badLines: readonly number[];
}

export interface DigestLine {
  readonly line: number;
  /** Decoded as RFC 8493, 2.1.3 says (`%0A`, `%0D`, `%25`), a leading `./` or `*` taken off. */
  readonly path: string;
  /** Lower case hexadecimal. */
  readonly digest: string;
  /** What was taken off: `./` is tolerated, `*` is md5sum's. */
  readonly prefix: '' | './' | '*';
}

export interface FetchLine {
  readonly line: number;
  readonly url: string;
  /** `null` for `-`. */
  readonly sizeBytes: number | null;
  readonly path: string;
}

/** The rows of an upload log that name files. */
export interface UploadLogFacts {
  readonly rows: readonly {
    /** As a spreadsheet numbers it. */
    readonly line: number;
    readonly path: string;
    /** In the workspace; `null` where the log does not say. */
    readonly originalPath: string | null;
    readonly sizeBytes: number | null;
    readonly sha256: string | null;
  }[];
}

/** The workspace's files beside the package's. */
export interface SourceFacts {
  readonly folder: string;
  readonly files: readonly {
    /** In the workspace. */
    readonly path: string;
    /** Now, hexadecimal; `null` when it is gone or cannot be read. */
    readonly sha256: string | null;
    /** In the package; `null` when the workspace has it and the package has not. */
    readonly packagedAs: string | null;
  }[];
}
