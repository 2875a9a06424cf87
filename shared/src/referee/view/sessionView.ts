import { momentOf } from '../session/moment.ts';
import { type SessionControl, sessionControlOf } from '../session/nextStep.ts';
import type { RunId } from '../round/run.ts';
import type { Settings } from '../session/settings.ts';
import type { Results, Session, DisplayOptions } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';
import { type ActivityView, activityView } from './activityView.ts';

export interface SessionView {
  readonly stage: 'lobby' | 'running' | 'ended';
  readonly locked: boolean;
  readonly pausedAt: number | null;
  /** Present settings: the host's choices and later changes. */
  readonly settings: Settings;
  /** Start of the class, ms since the epoch; null in the lobby. */
  readonly startedAt: number | null;
  /** Present step of the plan, from 0. */
  readonly step: number;
  readonly activity: ActivityView | null;
  readonly lead: SessionControl & { readonly moment: string };
  readonly display: DisplayOptions;
  /** Number of restarts of the class. */
  readonly again: number;
  readonly players: number;
  /** Number of players who are connected. */
  readonly present: number;
  /** Runs of the teams. */
  readonly runs: readonly RunId[];
  /** Number of samples in the data. */
  readonly samples: number;
  /** Set from the end on, where scores are shown: all teams, and the five best players. */
  readonly podium: Podium | null;
}

interface Podium {
  /** Teams, best first; where ranks are not shown, by letter and without ranks. */
  readonly teams: readonly { readonly run: RunId; readonly points: number; readonly rank: number | null }[];
  readonly players: Results['players'];
  readonly improved: Results['improved'];
}

/** Number of players on the podium: only the host sees the full ranking. */
const PODIUM_PLAYERS = 5;

function podiumView({ results, display }: Session): Podium | null {
  if (!results || !display.scores) return null;
  const { teams, players, improved } = results;
  if (display.ranks) return { teams, players: players.slice(0, PODIUM_PLAYERS), improved };
  const unranked = teams.map((team) => ({ ...team, rank: null }));
  return {
    teams: unranked.toSorted((a, b) => a.run.length - b.run.length || (a.run < b.run ? -1 : 1)),
    players: [],
    improved,
  };
}

export function sessionView(session: Session): SessionView {
  const { display } = session;
  const players = Object.values(session.players).filter(({ removal }) => removal === null);
  return {
    stage: session.status,
    locked: session.locked,
    pausedAt: session.pausedAt,
    settings: session.settings,
    startedAt: session.startedAt,
    step: session.step,
    activity: activityView(session),
    lead: { ...sessionControlOf(session), moment: momentOf(session) },
    display,
    again: session.restarts,
    players: players.length,
    present: players.filter(({ leftAt }) => leftAt === null).length,
    runs: teamRuns(session).map(({ id }) => id),
    samples: session.data.length,
    podium: podiumView(session),
  };
}
