import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreateSessionReply, CreateSessionRequest, JoinReply } from '@relay/shared/protocol';
import type { Event } from '@relay/shared/referee/event';
import { type App, openApp } from '../app.ts';
import { type RandomSource, systemRandomSource } from '../randomSource.ts';
import type { Clock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { openLog } from '../log.ts';
import { TestClient } from './TestClient.ts';

export const HOST_CODE = 'test-host-code';

/** Clock that stands still until a test moves it, so that nothing depends on how long the machine takes. */
export class TestClock implements Clock {
  /** Current time, ms since the epoch; also that of connections. */
  at = Date.now();
  /** Durations of all waits so far, ms. Each was over at once. */
  readonly waits: number[] = [];
  readonly now = (): number => this.at;
  readonly elapsed = (): number => this.at;
  readonly wait = (ms: number): Promise<void> => {
    this.waits.push(ms);
    return Promise.resolve();
  };
}

export interface TestServer {
  readonly app: App;
  readonly url: string;
  readonly clock: TestClock;
  readonly directory: string;
  readonly config: Config;
  /** Log of a session, read from the journal. */
  events(session: string): Promise<readonly Event[]>;
  close(): Promise<void>;
}

export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'relay-'));
}

/** Whole server in this process: real sockets, and a real journal in a directory that is deleted on close. */
export async function openTestServer(
  environment: Record<string, string> = {},
  randomSource: RandomSource = systemRandomSource,
): Promise<TestServer> {
  const directory = temporaryDirectory();
  const clientDirectory = join(directory, 'client');
  await mkdir(join(clientDirectory, 'assets'), { recursive: true });
  writeFileSync(join(clientDirectory, 'index.html'), '<!doctype html><title>Backprop Relay</title>');
  writeFileSync(join(clientDirectory, 'assets', 'main-abc123.js'), 'export {};');
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: directory,
    HOST_CODE,
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const clock = new TestClock();
  const journal = await SqliteJournal.open(directory);
  const log = openLog(config);
  const app = await openApp({
    config,
    journal,
    clock,
    randomSource,
    log,
    hostCode: HOST_CODE,
    clientDirectory,
  });
  return {
    app,
    url: `http://127.0.0.1:${app.port}`,
    clock,
    directory,
    config,
    events: async (session) => (await journal.load(session))?.events ?? [],
    close: async () => {
      await app.close();
      await journal.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text };
  return { status: response.status, body: json };
}

/** @throws {Error} the server refused the request */
async function posted<Reply>(url: string, body: unknown): Promise<Reply> {
  const answer = await post(url, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Reply;
}

export function createSession(
  url: string,
  network: unknown = 'swap',
  chosen: Partial<CreateSessionRequest> = {},
): Promise<CreateSessionReply> {
  return posted(`${url}/api/sessions`, { hostCode: HOST_CODE, network, teams: 1, ...chosen });
}

export function joinSession(url: string, code: string, nickname: string): Promise<JoinReply> {
  return posted(`${url}/api/join`, { code, nickname });
}

/** Unstarted session with its host and one player, Mia. */
export async function classOfOne({ url }: TestServer) {
  const { roomId, code, sessionToken } = await createSession(url);
  const host = await TestClient.enter(url, code, sessionToken);
  const seat = await joinSession(url, code, 'Mia');
  const mia = await TestClient.take(url, seat.seat);
  return { host, mia, seat, roomId, code, sessionToken };
}
