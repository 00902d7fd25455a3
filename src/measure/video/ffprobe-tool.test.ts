import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FfprobeSearch, findFfprobe, runVersion } from './ffprobe-tool.ts';

interface World {
  readonly files?: Readonly<Record<string, string | null>>;
  readonly platform?: string;
  readonly arch?: string;
  readonly bundle?: string | null;
}

/** A machine with some files: each runs and says a version, or (`null`) does not run. */
function machine({ files = {}, platform = 'linux', arch = 'x64', bundle = '/pkg' }: World) {
  const ran: string[] = [];
  const search: FfprobeSearch = {
    platform,
    arch,
    memo: new Map<string, string>(),
    bundleFolder: () => bundle,
    fingerprint: async (file) => (file in files ? '1' : null),
    runVersion: async (file) => {
      ran.push(file);
      return files[file] ?? null;
    },
  };
  return { search, ran };
}

const BUNDLED = join('/pkg', 'bin/linux/x64/ffprobe');
const ON_PATH = '/usr/bin/ffprobe';

describe('findFfprobe', () => {
  it('takes the bundled build without running it', async () => {
    const { search, ran } = machine({ files: { [BUNDLED]: '4.0.2', [ON_PATH]: '5.1.9' } });
    expect(await findFfprobe({ PATH: '/usr/bin' }, search)).toEqual({
      runs: true,
      path: BUNDLED,
      version: '4.0.2',
      origin: 'bundled',
    });
    expect(ran).toEqual([]);
  });

  it('takes the one that is set before any other', async () => {
    const own = resolve('/opt/ffprobe');
    const { search } = machine({ files: { [BUNDLED]: '4.0.2', [own]: '7.1' } });
    expect(await findFfprobe({ SIZHENG_FFPROBE: own }, search)).toMatchObject({
      path: own,
      version: '7.1',
      origin: 'env',
    });
  });

  it.each([{}, { [resolve('/opt/ffprobe')]: null }])(
    'says that the one that is set does not run, %#',
    async (files) => {
      const { search } = machine({ files: { [BUNDLED]: '4.0.2', ...files } });
      const own = resolve('/opt/ffprobe');
      expect(await findFfprobe({ SIZHENG_FFPROBE: own }, search)).toEqual({ runs: false, path: own, origin: 'env' });
    },
  );

  it.each([
    ['a platform without a build', { arch: 'arm64' }],
    ['an unknown platform', { platform: 'freebsd' }],
    ['no package', { bundle: null }],
    ['a build that may not be run', {}],
  ])('looks on PATH with %s', async (_, world) => {
    const { search } = machine({ ...world, files: { [ON_PATH]: '5.1.9' } });
    expect(await findFfprobe({ PATH: '/bin:/usr/bin' }, search)).toEqual({
      runs: true,
      path: ON_PATH,
      version: '5.1.9',
      origin: 'path',
    });
  });

  it('tries a build for another processor before it believes in it', async () => {
    const x64 = join('/pkg', 'bin/darwin/arm64/ffprobe');
    const { search } = machine({ platform: 'darwin', arch: 'arm64', files: { [x64]: null, [ON_PATH]: '7.1' } });
    expect(await findFfprobe({ PATH: '/usr/bin' }, search)).toMatchObject({ origin: 'path' });
  });

  it('asks a program for its version once', async () => {
    const { search, ran } = machine({ bundle: null, files: { [ON_PATH]: '5.1.9' } });
    await findFfprobe({ PATH: '/usr/bin' }, search);
    await findFfprobe({ PATH: '/usr/bin' }, search);
    expect(ran).toEqual([ON_PATH]);
  });

  it('passes over programs that do not run and folders that are relative', async () => {
    const { search, ran } = machine({ bundle: null, files: { ffprobe: '9', './ffprobe': '9', '/bin/ffprobe': null } });
    expect(await findFfprobe({ PATH: ':.:/bin' }, search)).toBeNull();
    expect(ran).toEqual(['/bin/ffprobe']);
  });

  it('reads the PATH of Windows', async () => {
    const file = 'C:\\ff\\ffprobe.exe';
    const { search } = machine({ platform: 'win32', bundle: null, files: { [file]: '7.1' } });
    expect(await findFfprobe({ Path: 'D:\\x;C:\\ff' }, search)).toMatchObject({ path: file });
  });
});

it('runVersion is null for what is no ffprobe', async () => {
  expect([await runVersion(process.execPath), await runVersion('/nonexistent/ffprobe')]).toEqual([null, null]);
});
