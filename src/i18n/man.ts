/** What the manual page says beside what help says. */

export type ManHeading =
  | 'name'
  | 'synopsis'
  | 'description'
  | 'commands'
  | 'options'
  | 'exitStatus'
  | 'environment'
  | 'files'
  | 'examples';

export type ManVariable = 'SIZHENG_LANG' | 'SIZHENG_FFPROBE' | 'SIZHENG_FFMPEG' | 'NO_COLOR' | 'SOURCE_DATE_EPOCH';

export interface ManTexts {
  /** Of the manual that the page belongs to. */
  readonly manual: string;
  /** In the place of a command and what follows it. */
  readonly anyCommand: string;
  readonly headings: Readonly<Record<ManHeading, string>>;
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly environment: Readonly<Record<ManVariable, string>>;
  /** By their names. */
  readonly files: Readonly<Record<string, string>>;
  readonly examples: readonly ManExample[];
}

export interface ManExample {
  readonly command: string;
  readonly text: string;
}
