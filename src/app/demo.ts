/** A sample province from the fixtures, with a few faults that can be mended again. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { unwritable, usageError } from '../model/errors.ts';
import { CONFIG_NAME } from '../model/file-names.ts';
import { makeFolders } from '../util/make-folders.ts';
import { packageRoot } from '../util/package-root.ts';
import { editYaml } from '../util/yaml-edit.ts';

export const DEMO_FAULTS = ['duration', 'subtitle', 'type', 'missing'] as const;
export type DemoFault = (typeof DEMO_FAULTS)[number];

/** What a fault does to the sample: files taken away, and files put in another's place. */
interface Change {
  readonly removes?: string;
  readonly replaces?: Readonly<Record<string, { readonly fixture: string } | { readonly text: string }>>;
}

const LESSON_2 = '心理微课/02-睡眠调整-甲大学';
const CASE_7 = '活动典型案例/07-朋辈心理委员工作坊-戊医科大学/案例.docx';

const CHANGES: Record<DemoFault, Change> = {
  duration: {
    replaces: {
      [`${LESSON_2}/视频/睡眠调整.mp4`]: { fixture: 'media/duration-short.mp4' },
      [`${LESSON_2}/字幕/睡眠调整.srt`]: { fixture: 'media/duration-short.srt' },
    },
  },
  subtitle: { removes: '心理微课/03-人际交往与朋辈互助-丙师范大学/字幕.srt' },
  type: {
    replaces: {
      [CASE_7]: { text: '<!DOCTYPE html>\n<html lang="zh"><title>网盘</title><body>下载链接已失效</body></html>\n' },
    },
  },
  missing: { removes: '会商指导方案/05-返校初期适应困难学生支持-甲大学' },
};

const fixtures = () => join(packageRoot(), 'fixtures');

/**
 * Makes the faultless sample in a folder that must not be there yet.
 * @throws usageError `usage/target-exists`, machineError when it cannot be written
 */
export async function makeSample(dir: string, year: number): Promise<void> {
  await written(dir, async () => {
    await makeFolders(dirname(resolve(dir)));
    await mkdir(dir);
    await cp(join(fixtures(), 'good'), dir, { recursive: true });
    const config = join(dir, CONFIG_NAME);
    await writeFile(config, editYaml(await readFile(config, 'utf8'), { year }));
  });
}

export async function applyFault(dir: string, fault: DemoFault): Promise<void> {
  const { removes, replaces = {} } = CHANGES[fault];
  await written(dir, async () => {
    if (removes !== undefined) await rm(join(dir, removes), { recursive: true });
    for (const [path, by] of Object.entries(replaces)) {
      await writeFile(join(dir, path), 'text' in by ? by.text : await readFile(join(fixtures(), by.fixture)));
    }
  });
}

/** Brings back what the fault took. */
export async function mendFault(dir: string, fault: DemoFault): Promise<void> {
  const { removes, replaces = {} } = CHANGES[fault];
  const paths = [...(removes === undefined ? [] : [removes]), ...Object.keys(replaces)];
  await written(dir, async () => {
    for (const path of paths) await cp(join(fixtures(), 'good', path), join(dir, path), { recursive: true });
  });
}

async function written(dir: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw usageError('usage/target-exists', { path: dir }, cause);
    throw unwritable(dir, cause);
  }
}
