import type { Browser, Page } from '@playwright/test';
import { median, table } from '../../shared/bench/support.ts';
import { TestClient } from '../../server/src/testing/TestClient.ts';
import { openBrowser } from './support/browser.ts';
import { type GameServer, startServer } from './support/gameServer.ts';
import type { Section } from './support/section.ts';
import { CLASSROOM, WAYS } from './support/ways.ts';

/** A phone of some years ago behind a crowded access point. */
const CPU_SLOWDOWN = 6;
const LATENCY_MS = 150;
const DOWN_BYTES_A_SECOND = 1_600_000 / 8;
const UP_BYTES_A_SECOND = 750_000 / 8;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const TARGETS = { usableMs: 1_500, drawnMs: 5_000 };

interface Times {
  /** From the request of the page until its fields can be filled in. */
  readonly usableMs: number;
  /** From pressing Join until the first network is drawn; the host starts as soon as the player is in the lobby. */
  readonly drawnMs: number;
  readonly joinKb: number;
}

/** Slows a page down, and lets it note when it shows what is waited for. */
async function makeSlow(page: Page): Promise<{ readonly received: () => number }> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: DOWN_BYTES_A_SECOND,
    uploadThroughput: UP_BYTES_A_SECOND,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(() => {
    const marks = { '#nickname': 'usable', '[data-phase="lobby"]': 'lobby', '[data-stage="ready"]': 'drawn' };
    const look = (): void => {
      for (const [selector, mark] of Object.entries(marks)) {
        if (performance.getEntriesByName(mark).length > 0 || !document.querySelector(selector)) continue;
        performance.mark(mark);
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
  return { received: () => bytes };
}

/** Moment of a mark, ms since the page was asked for; waits for it. */
async function momentOf(page: Page, mark: string): Promise<number> {
  const moment = await page.waitForFunction(
    (name) => performance.getEntriesByName(name)[0]?.startTime ?? null,
    mark,
    { timeout: 120_000, polling: 100 },
  );
  return (await moment.jsonValue()) as number;
}

async function joinOnce(browser: Browser, server: GameServer, host: string): Promise<Times> {
  const { code, sessionToken } = await server.createSession('swap');
  const teacher = await TestClient.enter(`http://127.0.0.1:${server.port}`, code, sessionToken);
  const context = await browser.newContext({ ...PHONE, locale: 'ja-JP' });
  try {
    const page = await context.newPage();
    const { received } = await makeSlow(page);
    await page.goto(`http://${host}:${server.port}/join?code=${code}`, { waitUntil: 'commit' });
    const usableMs = await momentOf(page, 'usable');
    const joinKb = received() / 1000;
    const pressedAt = await page.evaluate(() => {
      const since = performance.now();
      document.querySelector<HTMLButtonElement>('button[type="submit"]')!.click();
      return since;
    });
    await momentOf(page, 'lobby');
    await teacher.say({ type: 'start' });
    const drawnMs = (await momentOf(page, 'drawn')) - pressedAt;
    return { usableMs, drawnMs, joinKb };
  } finally {
    await context.close();
    await teacher.leave();
  }
}

async function medianTimes(browser: Browser, server: GameServer, host: string, runs: number): Promise<Times> {
  const all: Times[] = [];
  for (let run = 0; run < runs; run++) all.push(await joinOnce(browser, server, host));
  return {
    usableMs: median(all.map(({ usableMs }) => usableMs)),
    drawnMs: median(all.map(({ drawnMs }) => drawnMs)),
    joinKb: median(all.map(({ joinKb }) => joinKb)),
  };
}

/** Times on a slow phone that has never been here, in Japanese, fonts and all. */
export const slowPhone: Section = {
  name: 'slow-phone',
  title: `Slow phone: CPU ÷ ${CPU_SLOWDOWN}, 1.6 Mbit/s, ${LATENCY_MS} ms`,
  run: async ({ runs }) => {
    const browser = await openBrowser([`--host-resolver-rules=MAP ${CLASSROOM} 127.0.0.1`]);
    const server = await startServer(`http://${CLASSROOM}:PORT`);
    const rows: string[][] = [];
    const figures: Record<string, Times> = {};
    try {
      for (const { name, host } of WAYS) {
        const times = await medianTimes(browser, server, host, runs);
        figures[name] = times;
        const { usableMs, drawnMs, joinKb } = times;
        rows.push([name, usableMs.toFixed(0), joinKb.toFixed(0), drawnMs.toFixed(0)]);
      }
    } finally {
      await browser.close();
      await server.close();
    }
    rows.push(['to reach', `≤ ${TARGETS.usableMs}`, '', `≤ ${TARGETS.drawnMs}`]);
    const head = ['first visit', 'join page usable, ms', 'kB until then', 'network drawn after Join, ms'];
    return { text: table(head, rows), figures };
  },
};
