import { join } from 'node:path';
import type { Entrance } from '../load/enter.ts';
import type { KeyedCommand, LoadApi, Role } from '../load/load.ts';
import { Child } from '../processes/Child.ts';
import type { METER } from '../subjects/meter.ts';
import type { SelfTime } from '../subjects/profile.ts';
import type { AnsweringFigures, Received } from './figures.ts';
import { percentile } from './percentile.ts';

const LOAD = join(import.meta.dirname, '..', 'load', 'load.ts');
const LOAD_PROCESSES = 2;
/** Pages that enter at the same time, for each process of the load. */
const ENTERING_AT_ONCE = 16;
const ANSWERS_WITHIN_MS = 1_000;
const AFTER_MS = 2_000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sum of what was received in stages one after the other. */
export function receivedInAll(stages: readonly Received[]): Received {
  const sum = (of: (stage: Received) => number): number => stages.reduce((so, stage) => so + of(stage), 0);
  return { bytes: sum(({ bytes }) => bytes), messages: sum(({ messages }) => messages) };
}

/** Destination of profiles: a directory and the beginning of their names; and a function that takes what they show. */
export interface ProfileOptions {
  readonly path: string;
  readonly show: (stage: string, functions: readonly SelfTime[]) => void;
}

/** A subject's process and the load on it, in processes of its own. */
export class Bench {
  readonly port: number;
  readonly #server: Child<typeof METER>;
  readonly #loads = Array.from({ length: LOAD_PROCESSES }, () => new Child<LoadApi>(LOAD));
  readonly #seed: number;
  readonly #profile: ProfileOptions | null;

  constructor(server: Child<typeof METER>, port: number, seed: number, profile: ProfileOptions | null) {
    this.#server = server;
    this.port = port;
    this.#seed = seed;
    this.#profile = profile;
  }

  /** Lets pages enter: those of one session from one process, unless it is the only one. @returns busiest process */
  async enterAll(role: Role, bySession: readonly (readonly Entrance[])[]): Promise<number> {
    const isSplit = bySession.length === 1;
    const entered = this.#loads.map((load, l) => {
      const mine = bySession.flatMap((entrances, s) =>
        entrances.filter((_, p) => (isSplit ? p : s) % LOAD_PROCESSES === l),
      );
      return load.ask('enterAll', this.port, role, mine, ENTERING_AT_ONCE);
    });
    return Math.max(...(await Promise.all(entered)).map(({ busy }) => busy));
  }

  /** Bytes and messages that a page of a role has received since the last time, on average. */
  async take(): Promise<Record<Role, Received>> {
    const taken = await Promise.all(this.#loads.map((load) => load.ask('take')));
    const perPage = (role: Role): Received => {
      const pages = taken.reduce((so, traffic) => so + traffic[role].pages, 0);
      const { bytes, messages } = receivedInAll(taken.map((traffic) => traffic[role]));
      return { bytes: bytes / Math.max(1, pages), messages: messages / Math.max(1, pages) };
    };
    return { player: perPage('player'), host: perPage('host'), projector: perPage('projector') };
  }

  async commandOfHosts(command: object): Promise<void> {
    await Promise.all(this.#loads.map((load) => load.ask('commandOfHosts', command)));
  }

  /** The answering second, and the two seconds after it. */
  async answer(answers: readonly KeyedCommand[]): Promise<AnsweringFigures> {
    const server = this.#server;
    await this.#prepare(answers);
    await this.take();
    await server.ask('resetLag');
    const before = await server.ask('cpu');
    const mainBefore = await server.ask('mainThreadCpu');
    const times = await Promise.all(
      this.#loads.map((load, l) => load.ask('answer', ANSWERS_WITHIN_MS, this.#seed + l)),
    );
    const last = await server.ask('cpu');
    const mainLast = await server.ask('mainThreadCpu');
    const { player: received } = await this.take();
    await pause(AFTER_MS);
    const after = await server.ask('cpu');
    const receivedWithAfter = receivedInAll([received, (await this.take()).player]);
    const replyMs = times.flatMap((load) => load.replyMs);
    return {
      answers: replyMs.length,
      cpuUs: (last - before) / replyMs.length,
      mainThreadCpuUs: (mainLast - mainBefore) / replyMs.length,
      cpuWithAfterUs: (after - before) / replyMs.length,
      received,
      receivedWithAfter,
      p50Ms: percentile(replyMs, 50),
      p99Ms: percentile(replyMs, 99),
      lagMs: await server.ask('lag'),
      loadLateMs: Math.max(...times.map(({ lateMs }) => lateMs)),
      loadBusy: Math.max(...times.map(({ busy }) => busy)),
    };
  }

  /** Does a stage, under the profiler if asked for. @returns its CPU time and the longest lag of the loop, ms */
  async stage(name: string, work: () => Promise<void>): Promise<{ cpuMs: number; lagMs: number }> {
    if (this.#profile) await this.#server.ask('startProfile');
    await this.#server.ask('resetLag');
    const before = await this.#server.ask('cpu');
    await work();
    const cpuMs = ((await this.#server.ask('cpu')) - before) / 1_000;
    const lagMs = await this.#server.ask('lag');
    if (this.#profile) {
      const { path, show } = this.#profile;
      show(
        name,
        await this.#server.ask('saveProfile', `${path}-${name.replaceAll(/\W+/gu, '-')}.cpuprofile`),
      );
    }
    return { cpuMs, lagMs };
  }

  async stop(): Promise<void> {
    await Promise.all([this.#server, ...this.#loads].map((child) => child.stop()));
  }

  /** @throws {Error} a page is missing */
  async #prepare(answers: readonly KeyedCommand[]): Promise<void> {
    const prepared = await Promise.all(
      this.#loads.map((load, l) => load.ask('prepare', answers, this.#seed + l)),
    );
    const missing = answers.length - prepared.reduce((so, one) => so + one, 0);
    if (missing > 0) throw new Error(`${missing} answers have no page`);
  }
}
