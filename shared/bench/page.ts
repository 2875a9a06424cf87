/**
 * Benchmark of the changes that one page takes in while everybody answers, in a class of 40 and in one of 1,000: `npm run bench -- page`.
 *
 * A page of a player, and one of host or projector, which sees every team. The answers of one second come in four changes;
 * each is applied as the page applies it. `copies` counts tables of the view that were made anew, which may be one for each that
 * has changed, in each change.
 */
import { presetById } from '../src/network/presets.ts';
import { settingsFor } from '../src/lesson/settings.ts';
import { decide } from '../src/referee/decide.ts';
import { evolve } from '../src/referee/evolve.ts';
import type { Session } from '../src/referee/session/state.ts';
import {
  applyDelta,
  type Delta,
  deltaOf,
  EMPTY_VIEW,
  type EntryPath,
  type EntryTable,
  type PublicView,
  publicEntries,
  scopeOf,
  scopesOf,
  sightOf,
  withEntries,
} from '../src/referee/view.ts';
import { TestTable } from '../src/testing/table.ts';
import { median, table } from './support.ts';

const CHANGES = 4;
const RUNS = 2_001;
const SETTINGS = settingsFor('tenMinutes', { style: 'parallel', samples: 'byLanes', help: 'blank' });
const CLASSES = [
  { people: 40, teams: 8 },
  { people: 1_000, teams: 40 },
] as const;
type Page = 'a player' | 'a projector';
const PAGES: readonly Page[] = ['a player', 'a projector'];

/** Public view of a page. A player sees the entries of its class, team and lane. */
function viewOf(session: Session, page: Page): PublicView {
  const [player] = Object.keys(session.players);
  const scopes = new Set(scopesOf(sightOf(session, player!)));
  const all = Object.entries(publicEntries(session, {}, ''));
  const seen = page === 'a player' ? all.filter(([path]) => scopes.has(scopeOf(path as EntryPath))) : all;
  return withEntries(EMPTY_VIEW, Object.fromEntries(seen));
}

/** Sessions before the answers of one second, and after each quarter of them. */
function answered(people: number, teams: number): Session[] {
  const started = TestTable.startedOn(presetById('article')!, people, { ...SETTINGS, teams }, 1);
  let { session } = started;
  const players = Object.keys(session.players);
  const moments = [session];
  players.forEach((player, i) => {
    const run = session.runs[session.players[player]!.run!]!;
    const command = {
      type: 'submitAnswer',
      answerId: 'a',
      run: run.id,
      round: run.round,
      part: 'G',
      raw: '12.3',
    } as const;
    const decision = decide(session, { command, by: { role: 'player', player }, at: run.phase.since + 1 });
    if (!decision.accepted) throw new RangeError('an answer was not taken');
    for (const event of decision.events) session = evolve(session, event);
    if ((i + 1) % (players.length / CHANGES) === 0) moments.push(session);
  });
  return moments;
}

/** Number of tables that a later view does not share with the one before. */
const copiesOf = (before: PublicView, after: PublicView): number =>
  Object.keys(after).filter((name) => after[name as EntryTable] !== before[name as EntryTable]).length;

function measured(sessions: readonly Session[], page: Page) {
  const [first, ...later] = sessions.map((session) => viewOf(session, page));
  let before = first!;
  const deltas: Delta[] = [];
  let copies = 0;
  for (const view of later) {
    const delta = deltaOf({ ...before }, { ...view });
    if (!delta) continue;
    deltas.push(delta);
    const after = applyDelta(before, delta);
    copies += copiesOf(before, after);
    before = after;
  }
  const times = Array.from({ length: RUNS }, () => {
    const since = performance.now();
    let view = first!;
    for (const delta of deltas) view = applyDelta(view, delta);
    return (performance.now() - since) * 1_000;
  });
  const changed = deltas.reduce((sum, delta) => sum + Object.keys({ ...delta.set, ...delta.in }).length, 0);
  return { changes: deltas.length, bytes: JSON.stringify(deltas).length, changed, copies, us: median(times) };
}

const rows = CLASSES.flatMap(({ people, teams }) => {
  const sessions = answered(people, teams);
  return PAGES.map((page) => {
    const { changes, bytes, changed, copies, us } = measured(sessions, page);
    const what = `${page}, class of ${people.toLocaleString('en')} in ${teams} teams`;
    return [
      what,
      String(changes),
      bytes.toLocaleString('en'),
      String(changed),
      String(copies),
      us.toFixed(1),
    ];
  });
});
console.log(
  table(
    ['one second of answers', 'changes', 'bytes as JSON', 'tables changed', 'copies', 'µs to apply'],
    rows,
  ),
);
