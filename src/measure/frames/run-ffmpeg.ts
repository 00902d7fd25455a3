/** One picture out of one video: fluent-ffmpeg behind bounds of time and size. The only file that knows the package. */
import type { ChildProcess } from 'node:child_process';
import { Writable } from 'node:stream';
import type { FfmpegCommand } from 'fluent-ffmpeg';
import { lazy } from '../../util/lazy.ts';
import { quietEnvironment } from '../quiet-environment.ts';

export interface PictureRequest {
  readonly ffmpeg: string;
  /** Absolute path. */
  readonly location: string;
  /** As `-f` takes it: ffmpeg is never left to guess. A playlist would make it open what the playlist names. */
  readonly demuxer: string;
  readonly timeMs: number;
  readonly width: number;
  readonly height: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface Picture {
  readonly jpeg: Buffer;
  /** From the time that was asked for to the key frame that was taken; mostly negative. */
  readonly offsetMs: number;
}

export type PictureRun =
  | { readonly outcome: 'taken'; readonly picture: Picture }
  | { readonly outcome: 'none' | 'timeout' };

/** 320 pixels wide at this quality give 5 to 30 kB. */
const QUALITY = 5;
const MAX_JPEG_BYTES = 512 * 1024;

const loadPackage = lazy(async () => (await import('fluent-ffmpeg')).default);

/** Rejects with the signal's reason when aborted. */
export async function takePicture(request: PictureRequest): Promise<PictureRun> {
  const createCommand = await loadPackage();
  request.signal.throwIfAborted();
  const command = createCommand().setFfmpegPath(request.ffmpeg);
  skipQuestions(command);
  setEnvironment(command);
  // `file:` keeps a name from being read as an option or another protocol (`-rf.mp4`, `concat:x.mp4`).
  command.input(`file:${request.location}`).inputOptions(...inputOptions(request));
  command.outputOptions(...outputOptions(request));
  return watch(command, request);
}

/**
 * Only key frames, and the one before the time: nothing is decoded through. Several arguments at once, because the package cuts
 * a single one at its space.
 */
function inputOptions({ demuxer, timeMs }: PictureRequest): string[] {
  const quiet = ['-nostdin', '-hide_banner', '-v', 'info'];
  const seek = ['-noaccurate_seek', '-ss', (timeMs / 1000).toFixed(3), '-skip_frame', 'nokey'];
  return [...quiet, '-protocol_whitelist', 'file', '-f', demuxer, ...seek, '-threads', '1', '-an', '-sn', '-dn'];
}

/** A key frame lies before the time asked for: a time below zero, at which the output would begin only later. */
function outputOptions({ width, height }: PictureRequest): string[] {
  const filters = `showinfo,setpts=PTS-STARTPTS,scale=${width}:${height},setsar=1`;
  const format = ['-c:v', 'mjpeg', '-q:v', String(QUALITY), '-f', 'image2pipe'];
  // `V`: no cover pictures.
  return ['-map', '0:V:0', '-frames:v', '1', '-vf', filters, '-map_metadata', '-1', ...format];
}

/**
 * The package would start ffmpeg twice more to ask what formats and encoders it has, without a bound of time, and misreads what
 * ffmpeg 7 answers.
 */
function skipQuestions(command: FfmpegCommand): void {
  Object.assign(command, {
    _checkCapabilities: (done: (error: null) => void) => done(null),
    availableEncoders: (done: (error: null, encoders: object) => void) => done(null, {}),
  });
}

type Spawn = (args: readonly string[], options: object, ...callbacks: readonly unknown[]) => void;

/** The package has no option for it. */
function setEnvironment(command: FfmpegCommand): void {
  const { _spawnFfmpeg: spawn } = command as unknown as { readonly _spawnFfmpeg: Spawn };
  const quiet: Spawn = (args, options, ...callbacks) =>
    spawn.call(command, args, { ...options, env: quietEnvironment() }, ...callbacks);
  Object.assign(command, { _spawnFfmpeg: quiet });
}

function watch(command: FfmpegCommand, { timeoutMs, signal }: PictureRequest): Promise<PictureRun> {
  return new Promise((resolve, reject) => {
    const output = new Collector();
    const stop = (run: PictureRun) => {
      kill(command);
      settle(run);
    };
    const onAbort = () => stop({ outcome: 'none' });
    const timer = setTimeout(stop, timeoutMs, { outcome: 'timeout' });
    const settle = (run: PictureRun) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (signal.aborted) reject(signal.reason);
      else resolve(run);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    output.onFull = () => stop({ outcome: 'none' });
    // The package tells of the process's end, and may do so before all of the picture has come through the pipe.
    const ended = new Promise<string>((tell) => command.once('end', (_stdout, stderr) => tell(stderr ?? '')));
    const finished = new Promise<void>((tell) => output.once('finish', tell));
    void Promise.all([ended, finished]).then(([stderr]) => settle(runOf(output.bytes(), stderr)));
    const onError = () => settle({ outcome: 'none' });
    command.on('error', onError);
    // Of a program that does not start the package throws where nobody can catch it.
    command.once('start', () => childOf(command)?.removeAllListeners('error').once('error', onError));
    command.pipe(output, { end: true });
  });
}

/** SIGKILL; what a wrapper started may live on and hold the pipes: they are not waited for. */
function kill(command: FfmpegCommand): void {
  const child = childOf(command);
  child?.kill('SIGKILL');
  child?.stdout?.destroy();
  child?.stderr?.destroy();
}

function childOf(command: FfmpegCommand): ChildProcess | undefined {
  return (command as FfmpegCommand & { readonly ffmpegProc?: ChildProcess }).ffmpegProc;
}

/** Stays open at its end: the package takes a closed stream for one that broke, and reports that 20 ms later. */
class Collector extends Writable {
  readonly #chunks: Buffer[] = [];
  #size = 0;
  onFull: () => void = () => {};

  constructor() {
    super({ autoDestroy: false });
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#size += chunk.length;
    if (this.#size <= MAX_JPEG_BYTES) this.#chunks.push(chunk);
    else this.onFull();
    done();
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);

function runOf(jpeg: Buffer, stderr: string): PictureRun {
  const whole = jpeg.subarray(0, 3).equals(JPEG_START) && jpeg.subarray(-2).equals(JPEG_END);
  return whole ? { outcome: 'taken', picture: { jpeg, offsetMs: offsetOf(stderr) } } : { outcome: 'none' };
}

/** `[Parsed_showinfo_0 @ 0x41] n:   0 pts: -59904 pts_time:-3.9 pos: …`. */
function offsetOf(stderr: string): number {
  const seconds = /^\[Parsed_showinfo_0 @ [^\]]{1,20}\] n: {0,8}0 pts: {0,20}\S{1,20} pts_time:(-?[\d.]{1,20})/m.exec(
    stderr,
  );
  const offsetMs = Math.round(Number(seconds?.[1]) * 1000);
  return Number.isFinite(offsetMs) ? offsetMs : 0;
}
