import { Child } from '../processes/Child.ts';
import { OUR_NODE_OPTIONS, type OursApi } from '../subjects/subject.ts';
import { Bench, pause, type ProfileOptions } from './Bench.ts';
import { createSessions } from './createSessions.ts';
import { entrancesOf, OURS } from './playOurs.ts';

interface IdleOptions {
  readonly directory: string;
  readonly sessions: number;
  /** Players in each lobby; with none, nobody opens a session, the host included. */
  readonly players: number;
  readonly restMs: number;
  readonly watchMs: number;
  readonly profile: ProfileOptions | null;
}

export interface IdleFigures {
  /** Growth since before the sessions were created, after collecting garbage, bytes. */
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** Share of a core, [0, 1]. */
  readonly share: number;
  /** The same before there were sessions. */
  readonly emptyShare: number;
}

async function shareOfCore(server: Child<OursApi>, ms: number): Promise<number> {
  const since = performance.now();
  const before = await server.ask('cpu');
  await pause(ms);
  const us = (await server.ask('cpu')) - before;
  return us / 1_000 / (performance.now() - since);
}

/** Creates sessions, leaves them alone, and watches what the server needs for them. */
export async function watchIdle(options: IdleOptions): Promise<IdleFigures> {
  const { sessions, players, restMs, watchMs, profile } = options;
  const server = new Child<OursApi>(OURS, [options.directory], OUR_NODE_OPTIONS);
  const { port, hostCode } = await server.ask('open');
  const bench = new Bench(server, port, 0, null);
  try {
    const emptyShare = await shareOfCore(server, watchMs / 2);
    const before = await server.ask('memory');
    const created = await createSessions(port, hostCode, sessions);
    if (players > 0) {
      const { hosts, byPlayer } = entrancesOf(created, players);
      await bench.enterAll('host', hosts);
      await bench.enterAll('player', byPlayer);
    }
    await pause(restMs);
    const after = await server.ask('memory');
    const share = await shareOfCore(server, watchMs);
    if (profile) {
      await server.ask('startProfile');
      await pause(watchMs);
      profile.show('idle', await server.ask('saveProfile', `${profile.path}.cpuprofile`));
    }
    return {
      rssBytes: after.rss - before.rss,
      heapBytes: after.heapUsed - before.heapUsed,
      share,
      emptyShare,
    };
  } finally {
    await bench.stop();
  }
}
