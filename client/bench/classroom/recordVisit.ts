import type { Browser, Request } from '@playwright/test';

/** One file that a page asks for. */
interface Asked {
  readonly path: string;
  /** Files, by their places in the list, that had arrived before: the page may have waited for any of them. */
  readonly after: readonly number[];
}

/** First visit of a browser, until it is in the lobby and has loaded what the first round needs. */
export interface Visit {
  /** Codings that the browser takes: `accept-encoding`. */
  readonly codings: string;
  /** Files in the order in which they are asked for; the page comes first. */
  readonly files: readonly Asked[];
}

/** Time without a request after which everything is loaded, ms. */
const QUIET_MS = 3_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Notes the files of a page in the order in which they are asked for. */
class Recorder {
  readonly files: Asked[] = [];
  codings = '';
  changedAt = performance.now();
  readonly #places = new Map<Request, number>();
  readonly #arrived: number[] = [];

  onRequest(request: Request): void {
    if (request.method() !== 'GET' || !request.url().startsWith('http')) return;
    this.changedAt = performance.now();
    this.#places.set(request, this.files.length);
    this.files.push({ path: new URL(request.url()).pathname, after: [...this.#arrived] });
  }

  async onFinished(request: Request): Promise<void> {
    const place = this.#places.get(request);
    if (place === undefined) return;
    this.changedAt = performance.now();
    this.#arrived.push(place);
    if (place === 0) this.codings = (await request.allHeaders())['accept-encoding'] ?? '';
  }
}

/** Visits a session in a real browser and notes which files it asks for. @param address  of the game, as browsers open it */
export async function recordVisit(browser: Browser, address: string, code: string): Promise<Visit> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const recorder = new Recorder();
    page.on('request', (request) => recorder.onRequest(request));
    page.on('requestfinished', (request) => void recorder.onFinished(request));
    await page.goto(`${address}/join?code=${code}`);
    await page.locator('button[type="submit"]').click();
    await page.locator('[data-phase="lobby"]').waitFor();
    while (performance.now() - recorder.changedAt < QUIET_MS) await pause(100);
    return { codings: recorder.codings, files: recorder.files };
  } finally {
    await context.close();
  }
}
