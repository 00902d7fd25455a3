import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FfmpegSearch, findFfmpeg, version } from './ffmpeg-tool.ts';

const BUNDLED = join('/pkg', 'ffmpeg');
const ON_PATH = '/usr/bin/ffmpeg';
const OWN = resolve('/opt/ffmpeg');

/** A machine with programs that say a version; whatever else is asked does not run. */
function machine(programs: Readonly<Record<string, string>>, bundled: string | null = BUNDLED, platform = 'linux') {
  const asked: string[] = [];
  const search: FfmpegSearch = {
    platform,
    bundledFile: () => bundled,
    version: async (file) => {
      asked.push(file);
      return programs[file] ?? null;
    },
  };
  return { search, asked };
}

describe('findFfmpeg', () => {
  it('takes the build that came with the program before the one of the system', async () => {
    const { search } = machine({ [BUNDLED]: '4.1', [ON_PATH]: '5.1.9' });
    const found = await findFfmpeg({ PATH: '/usr/bin' }, search);
    expect(found).toEqual({ runs: true, path: BUNDLED, version: '4.1', origin: 'bundled' });
  });

  it.each([
    ['that may not be run', BUNDLED],
    ['there is none of', null],
  ])('passes over a bundled build %s', async (_, bundled) => {
    const { search } = machine({ [ON_PATH]: '5.1.9' }, bundled);
    const found = await findFfmpeg({ PATH: '/bin:/usr/bin' }, search);
    expect(found).toEqual({ runs: true, path: ON_PATH, version: '5.1.9', origin: 'path' });
  });

  it('takes the one that is set before any other', async () => {
    const { search } = machine({ [BUNDLED]: '4.1', [OWN]: '7.1' });
    expect(await findFfmpeg({ SIZHENG_FFMPEG: OWN }, search)).toMatchObject({ path: OWN, origin: 'env' });
  });

  it('tries nothing else when the one that is set does not run', async () => {
    const { search, asked } = machine({ [BUNDLED]: '4.1', [ON_PATH]: '5.1.9' });
    const found = await findFfmpeg({ SIZHENG_FFMPEG: OWN, PATH: '/usr/bin' }, search);
    expect(found).toEqual({ runs: false, path: OWN, origin: 'env' });
    expect(asked).toEqual([OWN]);
  });

  it('never tries a relative folder of PATH', async () => {
    const { search, asked } = machine({ ffmpeg: '9', './ffmpeg': '9' }, null);
    expect(await findFfmpeg({ PATH: ':.:/bin' }, search)).toBeNull();
    expect(asked).toEqual(['/bin/ffmpeg']);
  });

  it('reads the PATH of Windows', async () => {
    const file = 'C:\\ff\\ffmpeg.exe';
    const { search } = machine({ [file]: '7.1' }, null, 'win32');
    expect(await findFfmpeg({ Path: 'D:\\x;C:\\ff' }, search)).toMatchObject({ path: file });
  });
});

it('version is null for what is no ffmpeg', async () => {
  expect([await version(process.execPath), await version('/nonexistent/ffmpeg')]).toEqual([null, null]);
});
