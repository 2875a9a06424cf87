import { CHECK_FULL, CHECK_PATH } from '@relay/shared/protocol/limits';
import { pageNow } from '../../table/pageClock';
import { CHECK_SECONDS, type Measured, NOTHING_MEASURED, REPLY_WITHIN_MS } from './finding';

/** Wait for a page or an open WebSocket, ms. */
const OPEN_WITHIN_MS = 6_000;
const A_SECOND_MS = 1_000;

/** Resolves after this time, or at once when the check is ended. */
function pause(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, ms));
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function reachesServer(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(OPEN_WITHIN_MS);
    return (await fetch('/healthz', { cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}

/** An open WebSocket, or why there is none. */
function openSocket(ended: AbortSignal): Promise<WebSocket | 'blocked'> {
  return new Promise((resolve) => {
    const { protocol, host } = location;
    const socket = new WebSocket(`${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${CHECK_PATH}`);
    const fail = (): void => {
      resolve('blocked');
      socket.close();
    };
    const timer = setTimeout(fail, OPEN_WITHIN_MS);
    socket.addEventListener('open', () => {
      clearTimeout(timer);
      resolve(socket);
    });
    socket.addEventListener('error', fail);
    ended.addEventListener('abort', () => socket.close());
  });
}

/** Reply to a message: the count of devices, or why there is none. */
function answer(socket: WebSocket, text: string): Promise<number | 'lost' | 'closed' | 'full'> {
  return new Promise((resolve) => {
    const heard = new AbortController();
    const done = (said: number | 'lost' | 'closed' | 'full'): void => {
      clearTimeout(timer);
      heard.abort();
      resolve(said);
    };
    const timer = setTimeout(() => done('lost'), REPLY_WITHIN_MS);
    const { signal } = heard;
    socket.addEventListener('close', ({ code }) => done(code === CHECK_FULL ? 'full' : 'closed'), { signal });
    socket.addEventListener(
      'message',
      ({ data }) => {
        const [number, devices] = String(data).split(' ');
        if (number === text) done(Number(devices));
      },
      { signal },
    );
    if (socket.readyState === WebSocket.OPEN) socket.send(text);
    else done('closed');
  });
}

/**
 * Checks this device's connection: a page, a WebSocket, and a message a second for CHECK_SECONDS.
 *
 * @param show   called with the measurements whenever there is a new one
 * @param ended  ends the check before its time
 */
export async function checkConnection(show: (measured: Measured) => void, ended: AbortSignal): Promise<void> {
  let measured = NOTHING_MEASURED;
  const note = (change: Partial<Measured>): void => {
    measured = { ...measured, ...change };
    if (!ended.aborted) show(measured);
  };
  note({ server: (await reachesServer()) ? 'reached' : 'missing' });
  if (measured.server === 'missing') return note({ isOver: true });
  let socket = await openSocket(ended);
  if (socket === 'blocked') return note({ socket, isOver: true });
  note({ socket: 'open' });
  for (let second = 1; second <= CHECK_SECONDS && !ended.aborted; second++) {
    const since = pageNow();
    if (socket === 'blocked') socket = await openSocket(ended);
    const said: number | 'lost' | 'closed' | 'full' =
      socket === 'blocked' ? 'lost' : await answer(socket, String(second));
    const sent = second;
    if (said === 'full') return note({ socket: 'full', isOver: true });
    if (typeof said === 'number') {
      const slowestMs = Math.max(measured.slowestMs, Math.round(pageNow() - since));
      note({ sent, answered: measured.answered + 1, slowestMs, devices: said });
    } else {
      note({ sent, breaks: measured.breaks + (said === 'closed' ? 1 : 0) });
      if (said === 'closed') socket = 'blocked';
    }
    await pause(since + A_SECOND_MS - pageNow(), ended);
  }
  if (socket !== 'blocked') socket.close();
  note({ isOver: true });
}
