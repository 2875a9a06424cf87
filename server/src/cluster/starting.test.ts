/** @module-tag slow */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { describeCluster } from '../testing/parts/installed.ts';
import { PASSWORD, PostgresServer } from '../testing/parts/PostgresServer.ts';
import { RedisServer } from '../testing/parts/RedisServer.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import { createSession, HOST_CODE, joinSession, post, temporaryDirectory } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Starts with a shared database, and those that are refused: a sentence each, in which no password stands. */

const SECRET = 'a-password-for-redis';

let postgres: PostgresServer;
let redis: RedisServer;
const running: ServerProcess[] = [];
const directories: string[] = [];

describeCluster('starts', () => {
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([PostgresServer.start(), RedisServer.start(SECRET)]);
  });
  afterAll(() => Promise.all([postgres.close(), redis.close()]));
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop('SIGKILL');
    for (const path of directories.splice(0)) rmSync(path, { recursive: true, force: true });
  });

  function start(environment: Record<string, string>): ServerProcess {
    directories.push(temporaryDirectory());
    running.push(new ServerProcess({ HOST_CODE, DATA_DIR: directories.at(-1)!, ...environment }));
    return running.at(-1)!;
  }

  async function refusal(environment: Record<string, string>): Promise<string> {
    const { code, stderr, stdout } = await start(environment).ended;
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/u);
    expect(stdout + stderr).not.toMatch(new RegExp(`${PASSWORD}|${SECRET}|the-wrong-one`, 'u'));
    return stderr;
  }

  test('settings that do not fit: are refused', async () => {
    const DATABASE_URL = postgres.url('postgres');
    const REDIS_URL = redis.url();
    const sentences = await Promise.all([
      refusal({ REDIS_URL }),
      refusal({ REDIS_URL, DATABASE_URL, HOST_CODE: '' }),
      refusal({ DATABASE_URL: `mysql://relay:${PASSWORD}@127.0.0.1/relay` }),
      refusal({ DATABASE_URL: postgres.url('postgres', 'the-wrong-one') }),
      refusal({ DATABASE_URL, REDIS_URL: redis.url('the-wrong-one') }),
    ]);
    expect(sentences[0]).toContain('set DATABASE_URL, too');
    expect(sentences[1]).toContain('set HOST_CODE, the same for all');
    expect(sentences[2]).toContain('DATABASE_URL must be the address of a PostgreSQL database');
    expect(sentences[3]).toContain('PostgreSQL refuses the user or the password in DATABASE_URL.');
    expect(sentences[4]).toContain('Redis refuses the user or the password in REDIS_URL.');
  });

  test('a Redis that does not run: is named, without its password', async () => {
    const REDIS_URL = redis.url();
    await redis.stop();
    expect(await refusal({ DATABASE_URL: await postgres.createDatabase(), REDIS_URL })).toContain(
      'Redis cannot be reached at the address in REDIS_URL (ECONNREFUSED).',
    );
    await redis.run();
  });

  test('DATABASE_URL alone: one process, whose sessions are there again after kill -9', async () => {
    const DATABASE_URL = await postgres.createDatabase();
    const first = await start({ DATABASE_URL }).up();
    const { code, sessionToken } = await createSession(first.url);
    const { resumeToken } = await joinSession(first.url, code, 'Mia');
    expect(await refusal({ DATABASE_URL, PROCESS_NAME: 'another' })).toContain('or set REDIS_URL for both');
    await first.stop('SIGKILL');
    const second = await start({ DATABASE_URL }).up();
    const mia = await TestClient.enter(second.url, code, resumeToken);
    await vi.waitFor(() => expect(mia.welcome?.nickname).toBe('Mia'));
    const host = await TestClient.enter(second.url, code, sessionToken);
    await vi.waitFor(() => expect(Object.keys(host.rows)).toHaveLength(1));
    const { code: ended, stderr } = await second.stop('SIGTERM');
    expect({ ended, stderr }).toEqual({ ended: 0, stderr: '' });
  });

  test('npm run start:cluster: two processes behind one address; one that is killed is started again', async () => {
    const shared = { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url() };
    const entry = 'startCluster.ts';
    const DATA_DIR = temporaryDirectory();
    directories.push(DATA_DIR);
    const refused = new ServerProcess({ HOST_CODE, DATA_DIR }, entry);
    expect((await refused.ended).stderr).toContain('set DATABASE_URL and REDIS_URL');
    const all = new ServerProcess({ HOST_CODE, DATA_DIR, ...shared }, entry);
    running.push(all);
    const { url } = await all.up();
    const { code, roomId, sessionToken } = await createSession(url);
    const { resumeToken } = await joinSession(url, code, 'Mia');
    const { seat } = (await post(`${url}/api/resume`, { code, token: sessionToken })).body;
    const { processId } = seat as { readonly processId: string };
    const host = await TestClient.enter(url, code, sessionToken);
    await vi.waitFor(() => expect(Object.keys(host.rows)).toHaveLength(1));
    const first = readFileSync(join(DATA_DIR, processId, 'server.log'), 'utf8');
    process.kill(Number(/"pid":(?<pid>\d+)/u.exec(first)!.groups!['pid']), 'SIGKILL');
    await host.closing;
    const back = await vi.waitFor(() => TestClient.enter(url, code, resumeToken));
    await vi.waitFor(() => expect(back.welcome?.nickname).toBe('Mia'));
    expect(back.room.roomId).toBe(roomId);
    expect(all.stderr).toContain(`The process ${processId} has ended and is started again`);
    // Answered by both again, the restarted one included.
    await vi.waitFor(() => {
      const log = readFileSync(join(DATA_DIR, processId, 'server.log'), 'utf8');
      expect(log.match(/"msg":"listening"/gu)).toHaveLength(2);
    });
    const ended = await all.stop('SIGTERM');
    expect(ended.code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('a name that is taken: is refused', async () => {
    const shared = { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url() };
    await start({ ...shared, PROCESS_NAME: 'one' }).up();
    expect(await refusal({ ...shared, PROCESS_NAME: 'one' })).toContain(
      'Another server on the database of DATABASE_URL is called "one".',
    );
    await start({ ...shared, PROCESS_NAME: 'two' }).up();
  });
});
