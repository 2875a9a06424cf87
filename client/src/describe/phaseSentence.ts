import { type EdgeRef, edgeName, isBias } from '@relay/shared/maths/unit';
import type { Network } from '@relay/shared/maths/network';
import type { PlayerView, RunView } from '@relay/shared/referee/view';
import { t } from '../strings/language';
import type { TableState } from '../table/table';
import { isBareKind } from '../picture/questionAsked';
import { currentRun } from '../picture/session';
import { activityOf } from '../picture/activities/activity';
import { writtenLoss } from '../picture/numbers/written';
import { isAnswering, NO_RUN, type PagePhase, pagePhase } from './phase';
import { activitySentence } from './activities';
import { partName } from './verdict';

type Seat = NonNullable<PlayerView['seat']>;

/** Sentence for the live region when a phase begins. */
export function phaseSentence(state: TableState): string {
  const { view, mine } = state;
  const phase = pagePhase(view, mine?.run ?? null);
  if (phase === 'lobby') return t('play.say.lobby');
  if (phase === 'ended') return t('play.say.ended');
  const activity = activityOf(view);
  if (activity && !(activity.type === 'exitTicket' && isAnswering(phase))) return activitySentence(activity);
  const run = currentRun(state);
  return phase === 'update' ? updateSentence(run) : roundSentence(state, phase, run);
}

/** Sentence with the losses before and after an update. */
function updateSentence(run: RunView | undefined): string {
  const [before = 0, after = 0] = run?.losses.slice(-2) ?? [];
  return t('play.say.update', { before: writtenLoss(before), after: writtenLoss(after) });
}

/** Sentence for a player without a seat; mentions the warm-up when there is one. */
function watchingSentence(round: number, mine: PlayerView | null): string {
  const watching = t('play.say.watching', { round });
  return mine?.warmUp ? `${watching} ${t('warmUp.text')}` : watching;
}

/** Sentence for the phase of a round: the player's task, or its outcome. */
function roundSentence({ view, mine }: TableState, phase: PagePhase, run: RunView | undefined): string {
  const round = run?.round ?? 0;
  const network = view?.networks[mine?.run ?? NO_RUN];
  if (!mine?.seat || !network) return watchingSentence(round, mine);
  if (mine.warmUp === 'open') return t('warmUp.say');
  if (phase === 'reveal') return revealSentence(mine.seat, mine.score !== null && run?.rules.scored === true);
  return mine.seat.turn === 'waiting'
    ? waitingSentence(mine.seat, network, round)
    : questionSentence(mine.seat, network, round);
}

const revealSentence = ({ points }: Seat, hasPoints: boolean): string =>
  hasPoints ? t('play.say.reveal', { points: Math.round(points) }) : t('play.reveal.heading');

/** Sentence for a player who waits for their turn, with the question to come. */
function waitingSentence({ unit, edge }: Seat, network: Network, round: number): string {
  return edge
    ? t('relay.say.waiting', { round, unit, edge: edgeName(network, edge) })
    : t('relay.say.waitingForward', { round, unit });
}

function questionSentence({ unit, edge, kind, parts }: Seat, network: Network, round: number): string {
  if (!edge) return t('play.say.asked', { round, unit, parts: parts.map(partName).join(', ') });
  if (parts.includes('places') && !isBareKind(kind))
    return t('play.say.backward', { round, unit, edge: edgeName(network, edge) });
  const question = t('questions.say.question', { round, unit, question: t(`play.asks.${kind}`, { unit }) });
  return `${question} ${isBareKind(kind) ? edgeByPosition(edge) : t('questions.say.edge', { edge: edgeName(network, edge) })}`;
}

/** Description of ◆ by position, in a network without names. */
function edgeByPosition(edge: EdgeRef): string {
  const { layer, to } = edge;
  return isBias(edge)
    ? t('questions.say.blankBias', { toLayer: layer + 1, to: to + 1 })
    : t('questions.say.blankEdge', { fromLayer: layer, from: edge.from + 1, toLayer: layer + 1, to: to + 1 });
}
