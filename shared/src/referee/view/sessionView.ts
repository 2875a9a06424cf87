import { type SessionControl, sessionControlOf } from '../session/nextStep.ts';
import type { RunId } from '../round/run.ts';
import type { Settings } from '../session/settings.ts';
import type { Results, Session, DisplayOptions } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';
import { type ActivityView, activityView } from './activityView.ts';

export interface SessionView {
  readonly title: string;
  readonly stage: 'lobby' | 'running' | 'ended';
  readonly locked: boolean;
  readonly pausedAt: number | null;
  /** As they are now: what the host chose, and has changed since. */
  readonly settings: Settings;
  /** When the class began; null in the lobby. */
  readonly startedAt: number | null;
  /** The step of the plan that is on, from 0. */
  readonly step: number;
  readonly activity: ActivityView | null;
  readonly lead: SessionControl;
  readonly display: DisplayOptions;
  /** How often the class began again. */
  readonly again: number;
  readonly players: number;
  /** Teams. */
  readonly runs: readonly RunId[];
  /** How many samples the data has. */
  readonly samples: number;
  /** From the end on, where scores are shown: all teams, and the five best players. */
  readonly podium: Podium | null;
}

interface Podium {
  /** Best first; where ranks are not shown, by letter and without them. */
  readonly teams: readonly { readonly run: RunId; readonly points: number; readonly rank: number | null }[];
  readonly players: Results['players'];
  readonly improved: Results['improved'];
}

/** The full ranking is nobody's but the host's. */
const PODIUM_PLAYERS = 5;

function podiumView({ results, display }: Session): Podium | null {
  if (!results || !display.scores) return null;
  const { teams, players, improved } = results;
  if (display.ranks) return { teams, players: players.slice(0, PODIUM_PLAYERS), improved };
  const unranked = teams.map((team) => ({ ...team, rank: null }));
  return { teams: unranked.toSorted((a, b) => (a.run < b.run ? -1 : 1)), players: [], improved };
}

export function sessionView(session: Session): SessionView {
  const { display } = session;
  return {
    title: session.title,
    stage: session.status,
    locked: session.locked,
    pausedAt: session.pausedAt,
    settings: session.settings,
    startedAt: session.startedAt,
    step: session.step,
    activity: activityView(session),
    lead: sessionControlOf(session),
    display,
    again: session.restarts,
    players: Object.values(session.players).filter(({ removal }) => removal === null).length,
    runs: teamRuns(session).map(({ id }) => id),
    samples: session.data.length,
    podium: podiumView(session),
  };
}
