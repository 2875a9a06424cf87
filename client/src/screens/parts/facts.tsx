import { edgeName } from '@relay/shared/maths/unit';
import { t } from '../../strings/language';
import type { Network } from '@relay/shared/maths/network';
import type { PlayerView, PublicView } from '@relay/shared/referee/view';
import { NO_RUN, type PagePhase } from '../../describe/phase';
import { phaseName } from '../../describe/phaseName';
import type { TableState } from '../../table/table';
import { isBareKind } from '../../picture/questionAsked';
import { activityOf } from '../../picture/activities/activity';
import { writtenLoss } from '../../picture/numbers/written';
import { BackIcon } from './icons';
import { cx } from '../../styles/cx';
import pills from './pills.module.css';
import symbols from './symbols.module.css';
import icons from './icons.module.css';
import styles from './facts.module.css';

/** Facts that every page of a session shows, each with its `data-testid`. */

export function PhaseFact({
  phase,
  view,
  isPaused = false,
}: {
  readonly phase: PagePhase;
  readonly view: PublicView | null;
  readonly isPaused?: boolean;
}) {
  const activity = activityOf(view)?.type;
  const name = activity ?? phaseName(view, phase);
  return (
    <span
      class={cx(pills.pill, pills.pillPhase)}
      data-testid="phase"
      data-phase={phase}
      data-activity={activity}
      data-name={name}
    >
      {name === 'backward' && <BackIcon />}
      {name === 'forward' && <BackIcon class={cx(icons.icon, pills.iconForward)} />}
      {activity ? t(`activities.phase.${activity}`) : t(`phase.${phaseName(view, phase)}`)}
      {isPaused && <span class={pills.pillSub}>{t('phase.paused')}</span>}
    </span>
  );
}

export function RoundFact({ round }: { readonly round: number }) {
  return (
    <span class={pills.pill}>
      <span class={pills.pillLabel}>{t('bar.round', { round: '' }).trim()}</span>
      <span class="digits" data-testid="round" data-value={round}>
        {round}
      </span>
    </span>
  );
}

/** Tells if the unit's name may be shown: a blank network has no names before its reveal. */
const hasName = (seat: PlayerView['seat']): boolean =>
  seat !== null && !(isBareKind(seat.kind) && seat.truth === null);

/** Name of the weight in question; empty without one. */
const weightOf = (network: Network | undefined, seat: PlayerView['seat']): string =>
  network && seat?.edge ? edgeName(network, seat.edge) : '';

/** Unit of the player, and the weight in question. */
export function UnitFact({ state }: { readonly state: TableState }) {
  const { view, mine } = state;
  const seat = mine?.seat ?? null;
  return (
    <span class={cx(pills.pill, pills.pillUnit, !hasName(seat) && pills.isEmpty)}>
      <span class={pills.pillLabel}>{t('bar.unit')}</span>
      <b data-testid="my-unit">{seat?.unit ?? ''}</b>
      {seat?.edge && (
        <span class={symbols.diamond} aria-hidden="true">
          ◆
        </span>
      )}
      <b data-testid="weight-in-question">{weightOf(view?.networks[mine?.run ?? NO_RUN], seat)}</b>
    </span>
  );
}

export function LossFact({ loss }: { readonly loss: number | undefined }) {
  return (
    <span class={pills.pill}>
      <span class={pills.pillLabel}>{t('bar.loss')}</span>
      <span class="digits" data-testid="loss" data-value={loss ?? ''}>
        {loss === undefined ? '–' : writtenLoss(loss)}
      </span>
    </span>
  );
}

export function CodeFact({ code }: { readonly code: string }) {
  return (
    <span class={pills.pill}>
      <span class={pills.pillLabel}>{t('bar.code')}</span>
      <span class={cx('digits', styles.code)} data-testid="session-code" data-value={code}>
        {code}
      </span>
    </span>
  );
}

export function PlayersFact({ players }: { readonly players: number }) {
  return (
    <span class={pills.pill}>
      <span class={pills.pillLabel}>{t('bar.players')}</span>
      <span class="digits" data-testid="players" data-value={players}>
        {players}
      </span>
    </span>
  );
}
