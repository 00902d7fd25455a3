/** A folder on the disk that tests change and hold against what it was. Used by tests only. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export class TestFolder {
  readonly root = mkdtempSync(join(tmpdir(), 'fix-'));

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  at(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  write(path: string, content: string | Uint8Array, mode?: number): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), content);
    if (mode !== undefined) chmodSync(this.at(path), mode);
  }

  /** Every name to the byte, with its content, permissions and, of files, time; the program's own folder left out. */
  snapshot(): Record<string, string> {
    const found: Record<string, string> = {};
    const walk = (folder: Buffer, shown: string) => {
      for (const name of readdirSync(folder, { encoding: 'buffer' })) {
        if (name.toString() === '.sizheng') continue;
        const location = Buffer.concat([folder, Buffer.from('/'), name]);
        const path = `${shown}/${name.toString('latin1')}`;
        const stats = lstatSync(location);
        if (stats.isDirectory()) {
          found[path] = 'folder';
          walk(location, path);
        } else found[path] = `${stats.mode & 0o777} ${Math.round(stats.mtimeMs / 10)} ${readFileSync(location, 'hex')}`;
      }
    };
    walk(Buffer.from(this.root), '');
    return found;
  }
}
