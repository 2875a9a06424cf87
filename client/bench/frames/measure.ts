import type { Browser, CDPSession, Page } from '@playwright/test';
import { OWN_NETWORK } from '@relay/shared/lesson/practice';
import type { NetworkFile } from '@relay/shared/network/networkFile';
import { median } from '../../../shared/bench/support.ts';
import { type Heap, heapOf } from './heap.ts';
import { type Drawn, installProbe } from './probe.ts';
import type { StageBench } from './stage/main.ts';

declare const stageBench: StageBench;

const TYPING_MS = 10_000;
const KEY_MS = 200;
const SIZE = { width: 1366, height: 768 };

/** Drawing of a page during one activity. */
interface Cost {
  readonly frames: number;
  /** Median and 95th percentile of the script time of a frame, ms. */
  readonly frameMs: number | null;
  readonly slowMs: number | null;
  readonly framesPerSecond: number;
  readonly callsPerFrame: number;
  /** Processor time of the page's process, and of the one that draws for it, percent of one core. */
  readonly pageShare: number;
  readonly drawingShare: number;
}

/** One row of the table. */
export interface Row {
  readonly what: string;
  readonly cost: Cost;
  /** Growth of the heap, after a collection. */
  readonly heapGrowth?: Heap;
}

export interface Circumstances {
  readonly browser: Browser;
  readonly url: string;
  /** Frames at rest over which the heap is watched. */
  readonly frames: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const takeDrawn = (page: Page): Promise<Drawn> =>
  page.evaluate(() => (globalThis as unknown as { takeDrawn: () => Drawn }).takeDrawn());

/** Reads heap and processor time of one page, which must be the only one of its browser. */
class Meter {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #processes: CDPSession;

  constructor(page: Page, session: CDPSession, processes: CDPSession) {
    this.#page = page;
    this.#session = session;
    this.#processes = processes;
  }

  heap(): Promise<Heap> {
    return heapOf(this.#session);
  }

  async cost(during: () => Promise<void>): Promise<Cost> {
    await takeDrawn(this.#page);
    const before = await this.#seconds();
    await during();
    const [drawn, after] = [await takeDrawn(this.#page), await this.#seconds()];
    const sorted = drawn.frameMs.toSorted((a, b) => a - b);
    const share = (type: string): number =>
      (100 * ((after.get(type) ?? 0) - (before.get(type) ?? 0))) / drawn.seconds;
    return {
      frames: sorted.length,
      frameMs: sorted.length > 0 ? median(sorted) : null,
      slowMs: sorted[Math.floor(0.95 * sorted.length)] ?? null,
      framesPerSecond: sorted.length / drawn.seconds,
      callsPerFrame: drawn.calls / Math.max(1, sorted.length),
      pageShare: share('renderer'),
      drawingShare: share('GPU'),
    };
  }

  /** Processor time by kind of process, s. */
  async #seconds(): Promise<Map<string, number>> {
    const { processInfo } = await this.#processes.send('SystemInfo.getProcessInfo');
    const sum = new Map<string, number>();
    for (const { type, cpuTime } of processInfo) sum.set(type, (sum.get(type) ?? 0) + cpuTime);
    return sum;
  }
}

async function openPage({ browser }: Circumstances) {
  const page = await browser.newPage({ viewport: SIZE });
  const session = await page.context().newCDPSession(page);
  await page.addInitScript(installProbe);
  return { page, meter: new Meter(page, session, await browser.newBrowserCDPSession()) };
}

const ready = (page: Page): Promise<void> => page.locator('[data-stage="ready"]').waitFor();

/** Waits until no movement is played any more. */
async function untilRest(page: Page): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    await takeDrawn(page);
    await pause(1000);
    const { frameMs, seconds } = await takeDrawn(page);
    if (frameMs.length / seconds < 13) return;
  }
}

/** Draws a number of frames at rest; idle movements stop after a while, and go on when the page is shown again. */
async function rest(page: Page, meter: Meter, count: number) {
  const before = await meter.heap();
  const cost = await meter.cost(async () => {
    const promise = new Promise<void>((resolve) => {
      void page.exposeFunction('restIsOver', resolve);
    });
    await page.evaluate((frames) => {
      const context = globalThis as unknown as { onDrawn: (n: number) => void; restIsOver: () => void };
      const again = setInterval(() => document.dispatchEvent(new Event('visibilitychange')), 9000);
      document.dispatchEvent(new Event('visibilitychange'));
      context.onDrawn = (drawn) => {
        if (drawn < frames) return;
        clearInterval(again);
        context.onDrawn = () => undefined;
        context.restIsOver();
      };
    }, count);
    await Promise.race([promise, pause((count / 12) * 3000)]);
  });
  const after = await meter.heap();
  return { cost, heapGrowth: { objects: after.objects - before.objects, code: after.code - before.code } };
}

async function typeOn(page: Page): Promise<void> {
  const line = page.locator('input:not([type]), input[type="text"]').first();
  if (await line.count()) await line.focus();
  const keys = ['0', '.', '4', '2', 'Backspace', 'Backspace', 'Backspace', 'Backspace'];
  for (let i = 0; i < TYPING_MS / KEY_MS; i++) {
    await page.keyboard.press(keys[i % keys.length]!);
    await pause(KEY_MS);
  }
}

const MOVEMENTS = { 'forward pass': 'forward', 'parcels back': 'parcels', update: 'update' } as const;

/** Measures each movement of a network on the drawing alone. */
async function measureMovements(circumstances: Circumstances, file: NetworkFile): Promise<Row[]> {
  const { page, meter } = await openPage(circumstances);
  await page.goto(`${circumstances.url}/stage/`);
  await page.waitForFunction(() => 'stageBench' in globalThis);
  await page.evaluate((network) => stageBench.show(network, 'revealed'), file);
  await ready(page);
  await untilRest(page);
  const rows: Row[] = [];
  for (const [what, cue] of Object.entries(MOVEMENTS)) {
    const cost = await meter.cost(() => page.evaluate((movement) => stageBench.play(movement), cue));
    rows.push({ what: `${file.name}: ${what}`, cost });
  }
  await page.close();
  return rows;
}

/** Measures the page of a practice question on a network: at rest, and while somebody types. */
async function measurePage(circumstances: Circumstances, file: NetworkFile): Promise<Row[]> {
  const { page, meter } = await openPage(circumstances);
  await page.addInitScript((value) => {
    localStorage.setItem('relay/practise/network', JSON.stringify({ version: 1, value }));
  }, file);
  await page.goto(`${circumstances.url}/practise/?lang=en#${OWN_NETWORK}`);
  await ready(page);
  await untilRest(page);
  const resting = await rest(page, meter, circumstances.frames);
  await untilRest(page);
  const typing = await meter.cost(() => typeOn(page));
  await page.close();
  return [
    { ...resting, what: `${file.name}: ${resting.cost.frames} frames at rest` },
    { what: `${file.name}: a key every ${KEY_MS} ms`, cost: typing },
  ];
}

export const measureGame = async (around: Circumstances, file: NetworkFile): Promise<Row[]> => [
  ...(await measurePage(around, file)),
  ...(await measureMovements(around, file)),
];

/** Measures Phaser's own empty scene, which draws at the pace of the screen. */
export async function measureEmptyScene(circumstances: Circumstances): Promise<Row[]> {
  const { page, meter } = await openPage(circumstances);
  await page.goto(`${circumstances.url}/stage/#empty`);
  await ready(page);
  await pause(1000);
  const resting = await rest(page, meter, circumstances.frames);
  await page.close();
  return [{ ...resting, what: `an empty scene of Phaser: ${resting.cost.frames} frames` }];
}
