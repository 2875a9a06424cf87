import { randomSequence } from '@relay/shared/randomSequence';
import { serve } from '../processes/serve.ts';
import { type AnswerTimes, answerAll, type PreparedAnswer } from './answering.ts';
import { enter, type Entrance } from './enter.ts';
import type { LoadSocket } from './LoadSocket.ts';

/** Process of the load: pages of players, hosts and projectors as raw sockets. */

export type Role = 'player' | 'host' | 'projector';

/** Bytes and messages received by the pages of a role since the last time. */
interface Traffic {
  readonly pages: number;
  readonly bytes: number;
  readonly messages: number;
}

/** Command of one page, known by its key. */
export interface KeyedCommand {
  readonly key: string;
  readonly command: object;
}

interface Page {
  readonly role: Role;
  readonly key: string;
  readonly socket: LoadSocket;
}

const pages: Page[] = [];
let prepared: readonly PreparedAnswer[] = [];

/** Lets pages enter, some of them at the same time. @returns the share of a core that it took here */
async function enterAll(port: number, role: Role, entrances: readonly Entrance[], atOnce: number) {
  const waiting = [...entrances];
  const since = performance.now();
  const cpu = process.cpuUsage();
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift())
      pages.push({ role, ...(await enter(port, one)) });
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const { user, system } = process.cpuUsage(cpu);
  return { busy: (user + system) / 1_000 / (performance.now() - since) };
}

/** Builds the requests of those pages that are here, in a random order, so that nothing of it is timed. */
function prepare(commands: readonly KeyedCommand[], seed: number): number {
  const byKey = new Map(pages.map((page) => [page.key, page]));
  const random = randomSequence(seed);
  prepared = commands
    .flatMap(({ key, command }) => {
      const socket = byKey.get(key)?.socket;
      return socket ? [{ socket, request: socket.prepare('command', command), order: random() }] : [];
    })
    .sort((a, b) => a.order - b.order);
  return prepared.length;
}

async function answer(overMs: number, seed: number): Promise<AnswerTimes & { busy: number }> {
  const since = performance.now();
  const cpu = process.cpuUsage();
  const times = await answerAll(prepared, overMs, seed);
  const { user, system } = process.cpuUsage(cpu);
  return { ...times, busy: (user + system) / 1_000 / (performance.now() - since) };
}

/** Sends a command from every host page. @throws {Error} one was rejected */
async function commandOfHosts(command: object): Promise<void> {
  const sent = pages.flatMap(({ role, socket }) => {
    if (role !== 'host') return [];
    return new Promise<void>((resolve) => socket.send(socket.prepare('command', command), resolve));
  });
  await Promise.all(sent);
}

/** Traffic since the last time, by role. @throws {Error} a page was refused something or has lost its socket */
function take(): Record<Role, Traffic> {
  const total = (role: Role): Traffic => {
    const sockets = pages.filter((page) => page.role === role).map(({ socket }) => socket);
    const sum = (of: (socket: LoadSocket) => number): number =>
      sockets.reduce((so, socket) => so + of(socket), 0);
    const traffic = {
      pages: sockets.length,
      bytes: sum(({ bytes }) => bytes),
      messages: sum(({ messages }) => messages),
    };
    for (const socket of sockets) socket.bytes = socket.messages = 0;
    return traffic;
  };
  const lost = pages.find(({ socket }) => socket.closed !== null);
  if (lost) throw new Error(`a ${lost.role} was cut off: ${lost.socket.closed}`);
  const rejected = pages.reduce((so, { socket }) => so + socket.rejected, 0);
  if (rejected > 0) throw new Error(`${rejected} commands were rejected`);
  return { player: total('player'), host: total('host'), projector: total('projector') };
}

const API = { enterAll, prepare, answer, commandOfHosts, take };
export type LoadApi = typeof API;
serve(API);
