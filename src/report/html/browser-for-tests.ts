/**
 * A browser on this machine, driven over the pipe of its DevTools protocol: no package, no port. Used by tests only.
 * https://chromedevtools.github.io/devtools-protocol/
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Named by `CHROMIUM`, or the first on the path; `null` where there is none. */
export function findBrowser(): string | null {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM) return CHROMIUM;
  const paths = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return paths.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Params = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

export class Browser {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #listeners = new Set<(message: Message) => void>();
  #count = 0;

  private constructor(process: ChildProcess, folder: string) {
    this.#process = process;
    this.#folder = folder;
    let rest = '';
    const pipe = process.stdio[4] as Readable;
    pipe.setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#receive(JSON.parse(message));
    });
  }

  static async open(path: string): Promise<Browser> {
    const folder = await mkdtemp(join(tmpdir(), 'browser-'));
    const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe'];
    const process = spawn(path, [...flags, `--user-data-dir=${join(folder, 'profile')}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    return new Browser(process, folder);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#process.once('exit', resolve));
    void this.send('Browser.close');
    await closed;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Opens a page that is written as a file, as people open it. */
  async show(text: string): Promise<Tab> {
    const path = join(this.#folder, `page-${this.#count}.html`);
    await writeFile(path, text);
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    return Tab.open(this, sessionId as string, pathToFileURL(path).href);
  }

  send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    this.#count += 1;
    const id = this.#count;
    const pipe = this.#process.stdio[3] as Writable;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result = {}, error }) =>
        error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`)),
      );
      pipe.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    });
  }

  listen(listener: (message: Message) => void): void {
    this.#listeners.add(listener);
  }

  #receive(message: Message): void {
    if (message.id === undefined) for (const listener of this.#listeners) listener(message);
    else this.#waiting.get(message.id)?.(message);
  }
}

const KEYS: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  ' ': 32,
  ArrowLeft: 37,
  ArrowRight: 39,
  ArrowDown: 40,
};

export class Tab {
  /** What the console was told, and what went wrong. */
  readonly complaints: string[] = [];
  /** What was asked of the network, or of the disk, beside the page itself. */
  readonly requests: string[] = [];
  readonly #browser: Browser;
  readonly #session: string;

  private constructor(browser: Browser, session: string) {
    this.#browser = browser;
    this.#session = session;
  }

  static async open(browser: Browser, session: string, url: string): Promise<Tab> {
    const tab = new Tab(browser, session);
    const loaded = new Promise<void>((resolve) => {
      browser.listen(({ sessionId, method = '', params = {} }) => {
        if (sessionId !== session) return;
        if (method === 'Page.loadEventFired') resolve();
        else tab.#note(method, params, url);
      });
    });
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await tab.send(`${domain}.enable`);
    await tab.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await tab.send('Page.navigate', { url });
    await loaded;
    return tab;
  }

  #note(method: string, params: Params, url: string): void {
    const complaint = ['Runtime.consoleAPICalled', 'Runtime.exceptionThrown', 'Log.entryAdded'].includes(method);
    if (complaint) this.complaints.push(JSON.stringify(params));
    if (method !== 'Network.requestWillBeSent') return;
    const { url: asked } = params.request as { url: string };
    if (asked !== url && !asked.startsWith('data:')) this.requests.push(asked);
  }

  send(method: string, params: Params = {}): Promise<Params> {
    return this.#browser.send(method, params, this.#session);
  }

  /** The value of an expression in the page, once it is settled. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      ...{ expression, awaitPromise: true, returnByValue: true },
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { value?: unknown }).value;
  }

  async press(key: string): Promise<void> {
    const text = { Enter: '\r', ' ': ' ' }[key];
    const event = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: KEYS[key] };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...(text === undefined ? {} : { text }) });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  /** Goes on with the Tab key until what has the focus matches; says how many presses it took, -1 for too many. */
  async tabTo(selector: string, most = 80): Promise<number> {
    for (let presses = 1; presses <= most; presses += 1) {
      await this.press('Tab');
      if (await this.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return presses;
    }
    return -1;
  }

  /** @param width in CSS pixels */
  async look(scheme: 'light' | 'dark', width: number, height = 900): Promise<void> {
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }
}
