import type { Entrance } from '../load/enter.ts';
import type { Child } from '../processes/Child.ts';
import type { METER } from '../subjects/meter.ts';
import { type Bench, pause } from './Bench.ts';
import type { RunFigures } from './figures.ts';

/** Time in which a server comes to rest, ms. */
const SETTLED_MS = 1_500;

type JoinFigures = Pick<
  RunFigures,
  'joinsPerS' | 'joinLagMs' | 'joinReceived' | 'joinLoadBusy' | 'rssPerPlayer' | 'heapPerPlayer'
>;

/** Lets all players join at once, and weighs the server before and after. */
export async function joinAll(
  bench: Bench,
  server: Child<typeof METER>,
  bySession: readonly (readonly Entrance[])[],
): Promise<JoinFigures> {
  const players = bySession.flat().length;
  await pause(SETTLED_MS);
  const before = await server.ask('memory');
  await bench.take();
  let joinLoadBusy = 0;
  let seconds = 0;
  const { lagMs } = await bench.stage('joining', async () => {
    const since = performance.now();
    joinLoadBusy = await bench.enterAll('player', bySession);
    seconds = (performance.now() - since) / 1_000;
  });
  await pause(SETTLED_MS);
  const { player: joinReceived } = await bench.take();
  const after = await server.ask('memory');
  return {
    joinsPerS: players / seconds,
    joinLagMs: lagMs,
    joinReceived,
    joinLoadBusy,
    rssPerPlayer: (after.rss - before.rss) / players,
    heapPerPlayer: (after.heapUsed - before.heapUsed) / players,
  };
}
