/**
 * Benchmark of a server on which nothing happens, empty sessions and full lobbies: `npm run bench -- idle`.
 *
 * Measured against the same server before: memory after collecting garbage, and the share of a core. The sessions are
 * left alone for a while first.
 *
 * `--sessions N` without anybody (1,500) · `--lobbies 25x40` · `--rest S` before measuring (80) · `--watch S` (20) ·
 * `--json` · `--data DIR` for journals · `--profile DIR`, whose times are not those of an undisturbed run
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../../shared/bench/support.ts';
import { profileTables, type StageProfile } from './report/profiles.ts';
import { type IdleFigures, watchIdle } from './run/watchIdle.ts';
import { layoutNamed } from './run/layouts.ts';

const MB = 1_000_000;

const { values: options } = parseArgs({
  options: {
    sessions: { type: 'string', default: '1500' },
    lobbies: { type: 'string', default: '25x40' },
    rest: { type: 'string', default: '80' },
    watch: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    data: { type: 'string', default: tmpdir() },
    profile: { type: 'string' },
  },
});
const profiles: StageProfile[] = [];

async function watch(name: string, sessions: number, players: number): Promise<IdleFigures> {
  process.stderr.write(`${name}\n`);
  const directory = mkdtempSync(join(options.data, 'relay-bench-'));
  const profile = options.profile === undefined ? null : resolve(options.profile);
  if (profile !== null) mkdirSync(profile, { recursive: true });
  try {
    return await watchIdle({
      directory,
      sessions,
      players,
      restMs: Number(options.rest) * 1_000,
      watchMs: Number(options.watch) * 1_000,
      profile:
        profile === null
          ? null
          : {
              path: join(profile, `idle-${sessions}x${players}`),
              show: (_, functions) => profiles.push({ stage: name, functions }),
            },
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const lobbies = layoutNamed(options.lobbies);
const count = Number(options.sessions);
const empty = `${count.toLocaleString('en')} sessions without anybody`;
const full = `${lobbies.name} players in lobbies`;
const figures = {
  [empty]: await watch(empty, count, 0),
  [full]: await watch(full, lobbies.sessions, lobbies.players),
};

if (options.json) console.log(JSON.stringify({ loadAverage: loadavg()[0], figures }, null, 2));
else {
  const rows = Object.entries(figures).map(([name, { rssBytes, heapBytes, share, emptyShare }]) => [
    name,
    `${(rssBytes / MB).toFixed(0)} / ${(heapBytes / MB).toFixed(0)}`,
    (100 * share).toFixed(1),
    (100 * emptyShare).toFixed(1),
  ]);
  const head = ['idle', 'MB RSS / heap more', '% of a core', '% of a core before'];
  console.log(table(head, rows));
  console.log(
    `\nTo reach, 1,500 sessions without anybody: ≤ 60 MB, ≤ 1 % of a core. Load average ${loadavg()[0]!.toFixed(2)}.`,
  );
  if (profiles.length > 0) console.log(`\n${profileTables(profiles)}`);
}
