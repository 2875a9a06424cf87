/** @module-tag slow */
import { setTimeout } from 'node:timers/promises';
import type { Event } from '@relay/shared/referee/event';
import { randomSequence } from '@relay/shared/randomSequence';
import { isLong } from '@relay/shared/testing/effort';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeCluster } from '../testing/parts/installed.ts';
import { NAMES, TestCluster } from '../testing/parts/TestCluster.ts';
import { ResendingPlayer } from '../testing/ResendingPlayer.ts';
import { createSession, joinSession, post } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Several processes on one database: real PostgreSQL and Redis, real processes and signals, pages through the proxy. */

const [PLAYERS, KILLS, AWAY_MS] = isLong ? [40, 20, 30_000] : [8, 1, 3_000];

let cluster: TestCluster;

interface Class {
  readonly session: string;
  readonly code: string;
  readonly sessionToken: string;
  readonly players: readonly ResendingPlayer[];
  readonly playing: readonly Promise<void>[];
}

describeCluster('two processes', () => {
  beforeAll(async () => {
    cluster = await TestCluster.start();
  });
  afterAll(() => cluster.close());

  /** A class in rounds by the clock, so that whatever happens falls into every phase. */
  async function openClass(size = PLAYERS): Promise<Class> {
    const { url } = cluster;
    const settings = { outputMs: 5_000, hiddenMs: 5_000, revealMs: 5_000, updateMs: 1_000, rounds: null };
    const { code, roomId, sessionToken } = await createSession(url, 'swap', {
      kind: 'tenMinutes',
      settings: { ...settings, style: 'parallel' },
    });
    const players: ResendingPlayer[] = [];
    for (let i = 0; i < size; i++) {
      const { player, resumeToken: token } = await joinSession(url, code, `P${i}`);
      players.push(new ResendingPlayer({ url, code, player, token }));
    }
    const host = await TestClient.enter(url, code, sessionToken);
    expect(await host.say({ type: 'start' })).toEqual({ accepted: true });
    await host.leave();
    const playing = players.map((player) => player.play());
    const opened = { session: roomId, code, sessionToken, players, playing };
    await allBack(opened);
    return opened;
  }

  const backIn = ({ players }: Class): number => players.filter(({ isConnected }) => isConnected).length;
  const allBack = (one: Class) =>
    vi.waitFor(() => expect(backIn(one)).toBe(one.players.length), { interval: 50 });
  const answersOf = ({ players }: Class): number =>
    players.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  const goOn = async (one: Class, more = 2): Promise<void> => {
    const before = answersOf(one);
    await vi.waitFor(() => expect(answersOf(one)).toBeGreaterThanOrEqual(before + more), { interval: 50 });
  };

  const logOf = async (session: string): Promise<Event[]> => {
    const sql = 'SELECT json, seq FROM events WHERE session = $1 ORDER BY seq';
    const rows = await cluster.query<{ json: string; seq: number }>(sql, session);
    expect(rows.map(({ seq }) => seq)).toEqual([...rows.keys()]);
    return rows.map(({ json }) => JSON.parse(json) as Event);
  };

  /** Ends a class, and checks that what its players were told is stored, once. */
  async function endAndCheck(one: Class): Promise<void> {
    for (const player of one.players) player.stop();
    await Promise.all(one.playing);
    const graded = (await logOf(one.session)).flatMap((event) =>
      event.type === 'answerGraded' ? [event] : [],
    );
    const byAnswer = new Map(graded.map((event) => [event.answerId, event.verdict]));
    expect(byAnswer.size).toBe(graded.length);
    const acknowledged = one.players.flatMap((player) => [...player.acknowledged]);
    expect(acknowledged.length).toBeGreaterThan(one.players.length);
    for (const [answerId, verdict] of acknowledged) expect(byAnswer.get(answerId)).toEqual(verdict);
  }

  test('a page that asks any process: ends at the one that holds its session', async () => {
    const { code, roomId, sessionToken } = await createSession(cluster.url);
    const [holder, other] = await cluster.holderOf(roomId);
    for (const name of NAMES) {
      const joined = await joinSession(cluster.urlOf(name), code, `At ${name}`);
      expect(joined.seat.processId).toBe(holder);
      const player = await TestClient.take(cluster.url, joined.seat);
      await vi.waitFor(() => expect(player.mine).toBeTruthy());
      await player.leave();
      const wrong = await post(`${cluster.urlOf(name)}/api/resume`, { code, token: '0'.repeat(32) });
      expect(wrong).toMatchObject({ status: 403, body: { rejection: 'unknownToken' } });
    }
    const host = await TestClient.enter(cluster.url, code, sessionToken);
    await vi.waitFor(() => expect(Object.keys(host.rows)).toHaveLength(2));
    expect(await host.say({ type: 'end' })).toEqual({ accepted: true });
    await host.leave();
    for (const name of NAMES)
      await vi.waitFor(async () =>
        expect(await post(`${cluster.urlOf(name)}/api/join`, { code, nickname: 'Late' })).toMatchObject({
          status: 410,
          body: { rejection: 'endedCode' },
        }),
      );
    expect(cluster.logOf(other)).not.toContain(`"session":"${roomId}"`);
  });

  test(`kill -9, ${KILLS} times, ${PLAYERS} players in mid-round: all are back at the other process`, async () => {
    const one = await openClass();
    const random = randomSequence(20_261_128);
    const backMs: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      await setTimeout(random() * (isLong ? 8_000 : 1_000));
      const [holder, other] = await cluster.holderOf(one.session);
      const places = one.players.map(({ place }) => place);
      await cluster.process(holder).stop('SIGKILL');
      const since = performance.now();
      await vi.waitFor(() => expect(backIn(one)).toBe(0), { interval: 20 });
      await allBack(one);
      backMs.push(performance.now() - since);
      expect((await cluster.holderOf(one.session))[0]).toBe(other);
      one.players.forEach(({ place }, i) => {
        const before = places[i];
        if (!before || before.round !== place?.round) return;
        expect({ unit: place.unit, lane: place.lane }).toEqual({ unit: before.unit, lane: before.lane });
        expect(place.score).toBeGreaterThanOrEqual(before.score ?? 0);
      });
      await goOn(one);
      await cluster.run(holder);
    }
    console.log(
      `${KILLS} kills: all ${PLAYERS} players back after ${Math.round(Math.max(...backMs))} ms at most`,
    );
    await endAndCheck(one);
  });

  test('SIGTERM: the other process takes over at once, without waiting for a lease', async () => {
    const one = await openClass(3);
    const [holder, other] = await cluster.holderOf(one.session);
    // A process that has stopped tidily has no lease that could be waited for.
    expect((await cluster.process(holder).stop('SIGTERM')).code).toBe(0);
    expect(await cluster.query('SELECT name FROM processes')).toEqual([{ name: other }]);
    await goOn(one, 4);
    expect((await cluster.holderOf(one.session))[0]).toBe(other);
    await cluster.run(holder);
    await endAndCheck(one);
  });

  test('SIGSTOP and SIGCONT: the session goes on elsewhere, and the old process lets go of it', async () => {
    const { code, roomId, sessionToken } = await createSession(cluster.url);
    const [holder, other] = await cluster.holderOf(roomId);
    const host = await TestClient.enter(cluster.url, code, sessionToken);
    const old = cluster.process(holder).child;
    old.kill('SIGSTOP');
    // A command that the stopped process will read only when it goes on: by then the session is another's.
    const late = host.say({ type: 'end' }).catch(() => null);
    const again = await vi.waitFor(() => TestClient.enter(cluster.urlOf(other), code, sessionToken));
    expect((await cluster.holderOf(roomId))[0]).toBe(other);
    expect(await again.say({ type: 'lock', locked: true })).toEqual({ accepted: true });
    old.kill('SIGCONT');
    const reply = await Promise.race([late, host.closing.then(() => null)]);
    expect(reply?.accepted ?? false).toBe(false);
    await host.closing;
    await vi.waitFor(() =>
      expect(cluster.logOf(holder)).toContain('another process has taken over a session'),
    );
    const log = await logOf(roomId);
    expect(log.filter(({ type }) => type === 'sessionEnded')).toEqual([]);
    expect(await again.say({ type: 'lock', locked: false })).toEqual({ accepted: true });
    await again.leave();
    // The old process leads its next page to the new one.
    const back = await TestClient.enter(cluster.url, code, sessionToken);
    expect((await cluster.holderOf(roomId))[0]).toBe(other);
    await back.leave();
  });

  test('Redis away: running sessions run, pages come back to their process, all is well afterwards', async () => {
    const one = await openClass(4);
    const [holder] = await cluster.holderOf(one.session);
    await cluster.redis.stop();
    await goOn(one, 4);
    const again = await TestClient.enter(cluster.urlOf(holder), one.code, one.sessionToken);
    await vi.waitFor(() => expect(Object.keys(again.rows)).toHaveLength(4));
    await again.leave();
    // Sessions are opened and entered meanwhile, at the process that holds them.
    const made = await createSession(cluster.urlOf(holder));
    const mia = await joinSession(cluster.urlOf(holder), made.code, 'Mia');
    const late = await TestClient.take(cluster.url, mia.seat);
    await vi.waitFor(() => expect(late.welcome?.nickname).toBe('Mia'));
    await setTimeout(AWAY_MS);
    await goOn(one, 4);
    expect(backIn(one)).toBe(4);
    await cluster.redis.run();
    const [, other] = await cluster.holderOf(one.session);
    const request = { code: one.code, token: one.sessionToken };
    await vi.waitFor(async () =>
      expect(await post(`${cluster.urlOf(other)}/api/resume`, request)).toMatchObject({
        body: { seat: { processId: holder } },
      }),
    );
    // The session that was opened without Redis can be asked for by the other process now.
    const token = { code: made.code, token: mia.resumeToken };
    expect(await post(`${cluster.urlOf(other)}/api/resume`, token)).toMatchObject({ status: 200 });
    await late.leave();
    await endAndCheck(one);
  });

  test('PostgreSQL away: answers are refused and sent again, and none that was acknowledged is lost', async () => {
    const one = await openClass(4);
    await cluster.postgres.stop('SIGQUIT');
    const before = answersOf(one);
    await setTimeout(AWAY_MS);
    // One that was stored just before may have been acknowledged since.
    expect(answersOf(one)).toBeLessThanOrEqual(before + 4);
    await cluster.postgres.run();
    await goOn(one, 8);
    await allBack(one);
    await endAndCheck(one);
  });

  test('a killed process: its entries in Redis are removed by the others, before it is started again', async () => {
    const { roomId } = await createSession(cluster.url);
    await vi.waitFor(async () => expect((await cluster.redis.contents())['roomcaches']).toContain(roomId));
    const [holder] = await cluster.holderOf(roomId);
    const processes = async (): Promise<number> => (await cluster.redis.contents())['roomcount']!.length;
    // One that an earlier test has started again may be late.
    await vi.waitFor(async () => expect(await processes()).toBe(NAMES.length));
    await cluster.process(holder).stop('SIGKILL');
    await vi.waitFor(async () => expect(await processes()).toBe(NAMES.length - 1));
    await vi.waitFor(async () =>
      expect((await cluster.redis.contents())['roomcaches'] ?? []).not.toContain(roomId),
    );
    await cluster.run(holder);
  });

  test('sessions that have been disposed: nothing of them is left in Redis', async () => {
    await vi.waitFor(async () => expect(await cluster.redis.contents()).toHaveProperty('roomcount'));
    const { code, roomId, sessionToken } = await createSession(cluster.url);
    await vi.waitFor(async () => expect((await cluster.redis.contents())['roomcaches']).toContain(roomId));
    const host = await TestClient.enter(cluster.url, code, sessionToken);
    await host.say({ type: 'end' });
    await host.leave();
    await vi.waitFor(async () =>
      expect((await cluster.redis.contents())['roomcaches'] ?? []).not.toContain(roomId),
    );
    const { roomcaches: _, ...rest } = await cluster.redis.contents();
    // Colyseus notes for some time that it has removed the entries of a killed process; Redis lets that expire.
    expect(Object.keys(rest).filter((key) => !key.startsWith('swept:'))).toEqual(['roomcount']);
  });
});
