import type { Event } from '../referee/event.ts';
import { fold } from '../referee/evolve.ts';
import type { Rejection } from '../referee/rejection.ts';
import type { Session } from '../referee/session/state.ts';
import { readLog } from '../referee/versions/readLog.ts';
import { EVENT_VERSION } from '../referee/versions/upcast.ts';
import { brokenCatchUp } from './catchUp.ts';
import { firstDifference } from './equal.ts';
import { brokenRules } from './oracle/brokenRules.ts';
import { stateKey } from './stateKey.ts';
import { audiencesWatcher } from './views/audiences.ts';
import { checkSecrets } from './views/secrets.ts';
import { touchedWatcher } from './views/touched.ts';
import { votesWatcher } from './views/votes.ts';
import { World } from './world.ts';

/** Result of one seed. */
export interface Simulated {
  readonly seed: number;
  /** Broken rules, in words; empty where all were kept. */
  readonly broken: readonly string[];
  readonly commands: number;
  readonly log: readonly Event[];
  /** Keys of the states that occurred. */
  readonly states: ReadonlySet<number>;
  readonly rejections: ReadonlyMap<Rejection, number>;
}

/** Touched entries are checked in one of so many worlds: computing every view takes longer than all the rest. */
const TOUCHED_IN = 6;
const SECRETS_IN = 3;
const AUDIENCES_IN = 4;
const SECRETS_EVERY = 4;

/** Plays the world of one seed and checks it. The same seed always gives the same result. */
export function simulate(seed: number): Simulated {
  const broken = new Set<string>();
  const states = new Set<number>();
  const rule = (holds: boolean, words: string): void => {
    if (!holds) broken.add(words);
  };
  const touched = seed % TOUCHED_IN === 0 ? touchedWatcher(rule) : undefined;
  const audiences = seed % AUDIENCES_IN === 2 ? audiencesWatcher(rule) : undefined;
  const votes = votesWatcher(rule);
  let seen = 0;
  const watch = (session: Session, events: readonly Event[]): void => {
    states.add(stateKey(session));
    touched?.(session, events);
    audiences?.(session);
    votes(session, events);
    if (seed % SECRETS_IN === 1 && seen++ % SECRETS_EVERY === 0) checkSecrets(session, rule);
  };
  const world = new World(seed, watch);
  try {
    world.play();
    rule(world.endsByItself(), 'a session ends by the clock');
    const stored = world.log.map((event, seq) => {
      return { seq, version: EVENT_VERSION, value: JSON.stringify(event) };
    });
    const difference = firstDifference(fold(readLog('s', stored)), world.session);
    rule(difference === undefined, `a replay gives another state: ${difference}`);
    for (const words of [...brokenRules(world.log), ...brokenCatchUp(world.log)]) broken.add(words);
  } catch (error) {
    broken.add(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const { log, commands, rejections } = world;
  return { seed, broken: [...broken], commands, log, states, rejections };
}
