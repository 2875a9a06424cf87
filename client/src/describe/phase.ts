import { type EdgeRef, edgeName, isBias } from '@relay/shared/maths/unit';
import type { PublicView } from '@relay/shared/referee/view';
import { t } from '../strings/language';
import type { TableState } from '../table/table';
import { askedKind, asksForward, isBareKind } from '../view/asked';
import { partName } from './verdict';
import { activityOf } from '../view/together';
import { writtenFull } from '../view/written';
import { activitySentence } from './together';

/** A phase as the pages name it: that of a run, with the lobby before it and the end after it. */
export type PagePhase = 'lobby' | 'forward' | 'backward' | 'reveal' | 'update' | 'ended';

/** Whether answers are taken. */
export const isAnswering = (phase: PagePhase): boolean => phase === 'forward' || phase === 'backward';

/** @param run  whose phase; null while there is no team */
export function pagePhase(view: PublicView | null, run: string | null): PagePhase {
  const session = view?.session[''];
  if (!session || session.stage === 'lobby') return 'lobby';
  const now = run === null ? undefined : view?.runs[run];
  // A player with more time for an exit ticket fills it in also after the end.
  if (session.stage === 'ended' && !now?.isPrivate) return 'ended';
  // Between rounds a page looks the same whether the last one was skipped or not.
  return now?.phase === 'idle' ? 'update' : (now?.phase ?? 'lobby');
}

/** What a phase is called: where belly sums and outputs are asked for, the numbers are on their way forward. */
export function phaseName(view: PublicView | null, phase: PagePhase): PagePhase | 'alone' {
  const session = view?.session[''];
  // Homework has no phase of all: each is somewhere else.
  if (phase === 'lobby' && session?.stage === 'running' && session.settings.pacing === 'self') return 'alone';
  return phase === 'backward' && asksForward(askedKind(view)) ? 'forward' : phase;
}

/** The run that a page without a team of its own looks at. */
export function firstRun(view: PublicView | null): string | null {
  return view?.session['']?.runs[0] ?? null;
}

/** The run of its team that a page is about, also while its player is at something of its own. */
export function classRun({ view, mine }: TableState): string | null {
  const run = mine?.run ?? null;
  return view?.runs[run ?? NO_RUN]?.isPrivate ? (view.players[mine!.player]?.run ?? run) : run;
}

/** ◆ of a network without names. */
function edgeByPosition(edge: EdgeRef): string {
  const { layer, to } = edge;
  return isBias(edge)
    ? t('asks.say.blankBias', { toLayer: layer + 1, to: to + 1 })
    : t('asks.say.blankEdge', { fromLayer: layer, from: edge.from + 1, toLayer: layer + 1, to: to + 1 });
}

/** What is said when a phase begins. */
export function phaseSentence(state: TableState): string {
  const { view, mine } = state;
  const run = mine?.run ?? null;
  const phase = pagePhase(view, run);
  const facts = run === null ? undefined : view?.runs[run];
  const network = run === null ? undefined : view?.networks[run];
  if (phase === 'lobby') return t('play.say.lobby');
  if (phase === 'ended') return t('play.say.ended');
  const activity = activityOf(view);
  if (activity && !(activity.type === 'sheet' && isAnswering(phase))) return activitySentence(activity);
  const seat = mine?.seat;
  const round = facts?.round ?? 0;
  if (phase === 'update') {
    const [before = 0, after = 0] = facts?.losses.slice(-2) ?? [];
    return t('play.say.update', { before: writtenFull(before), after: writtenFull(after) });
  }
  if (!seat || !network) {
    const watching = t('play.say.watching', { round });
    return mine?.warmUp ? `${watching} ${t('warmUp.text')}` : watching;
  }
  if (mine.warmUp === 'open') return t('warmUp.say');
  if (phase === 'reveal')
    return mine.score === null || !facts?.rules.scored
      ? t('play.reveal.heading')
      : t('play.say.reveal', { points: Math.round(seat.points) });
  const { unit, edge, kind, parts } = seat;
  if (seat.turn === 'waiting')
    return edge
      ? t('relay.say.waiting', { round, unit, edge: edgeName(network, edge) })
      : t('relay.say.waitingForward', { round, unit });
  if (parts.includes('places') && edge && !isBareKind(kind))
    return t('play.say.backward', { round, unit, edge: edgeName(network, edge) });
  if (!edge) return t('play.say.asked', { round, unit, parts: parts.map(partName).join(', ') });
  const question = t('asks.say.question', { round, unit, question: t(`play.asks.${kind}`, { unit }) });
  return `${question} ${isBareKind(kind) ? edgeByPosition(edge) : t('asks.say.edge', { edge: edgeName(network, edge) })}`;
}

/** The key of no run at all: what a player without a team looks up finds nothing. */
export const NO_RUN = '';
