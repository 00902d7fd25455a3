/** Writing to the process's own streams. */
import { unwritable } from '../model/errors.ts';

/** Resolves when the text was taken; a reader that went away (`| head`) ends the writing quietly. */
export function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(unwritable('stdout', error));
      else resolve();
    });
  });
}

/** Without a listener a closed pipe would end the process with a stack trace. */
export function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  // What else goes wrong reaches whoever waits for the write.
  stream.on('error', () => undefined);
}
