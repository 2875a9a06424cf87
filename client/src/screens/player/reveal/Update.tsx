import { type EdgeRef, edgeName, valueOfEdge } from '@relay/shared/maths/unit';
import type { PublicView, UpdateView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import type { RoundFacts } from '../../../picture/roundFacts';
import { sessionOf } from '../../../picture/session';
import { written, writtenFull, writtenLoss, writtenShare } from '../../../picture/numbers/written';
import { DecisionBoundary } from '../../parts/DecisionBoundary';
import { MachineNote } from '../../parts/activities/MachineNote';
import { LossCurve } from '../../parts/LossCurve';
import { useRoundContext } from '../RoundContext';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import symbols from '../../parts/symbols.module.css';
import revealStyles from './Reveal.module.css';
import styles from './Update.module.css';

interface UpdateProps {
  readonly facts: RoundFacts;
  readonly view: PublicView;
}

/** Update step of the own ◆, and the change of the loss. */
export function Update({ facts, view }: UpdateProps) {
  const { run, network, networkNow } = facts;
  const { learningRate, snap } = network;
  return (
    <div class={styles.update}>
      <h1>{t('play.update.heading')}</h1>
      <p>{t('play.update.text', { rate: written(learningRate) })}</p>
      <MachineNote run={run} class={styles.updateMachine}>
        <OwnStep facts={facts} update={view.updates[run.id]} />
        {snap !== null && <p class="hint">{t('play.update.snap', { snap: written(snap) })}</p>}
        <LossStep losses={run.losses} />
      </MachineNote>
      <LossCurve run={run} />
      {networkNow.inputs === 2 && (
        <details class={styles.boundaryFold}>
          <summary>{t('learning.boundary.heading')}</summary>
          <DecisionBoundary network={networkNow} samples={view.data[''] ?? []} />
        </details>
      )}
      <Onward view={view} />
    </div>
  );
}

/** Step of the weight that the player was asked about, with the share of it that was earned. */
function OwnStep({ facts, update }: { readonly facts: RoundFacts; readonly update: UpdateView | undefined }) {
  const edge = useRoundContext().seat?.edge;
  if (!edge || !update) return null;
  return (
    <>
      <Step edge={edge} facts={facts} update={update} />
      <Earned edge={edge} facts={facts} update={update} />
    </>
  );
}

/** Loss before and after the step. */
function LossStep({ losses }: { readonly losses: readonly number[] }) {
  const [before, after] = losses.slice(-2);
  if (before === undefined || after === undefined) return null;
  return (
    <p class={cx(styles.updateLoss, after < before && styles.isBetter)}>
      {t(`play.update.${lossWord(before, after)}`, {
        before: writtenLoss(before),
        after: writtenLoss(after),
      })}
    </p>
  );
}

/** Button to the next question; in a class, a sentence about the next round. */
function Onward({ view }: { readonly view: PublicView }) {
  const { lead } = useRoundContext();
  if (lead)
    return (
      <button
        type="button"
        class={cx(shared.button, shared.buttonFirst, shared.buttonTall, revealStyles.revealNext)}
        onClick={lead.next}
      >
        {lead.nextWord}
      </button>
    );
  const isByClock = sessionOf(view)?.settings.pacing === 'auto';
  return <p class="hint">{t(isByClock ? 'play.update.nextByClock' : 'play.update.next')}</p>;
}

/** Direction in which the loss changed. */
function lossWord(before: number, after: number): 'lossFell' | 'lossStayed' | 'lossRose' {
  if (after === before) return 'lossStayed';
  return after < before ? 'lossFell' : 'lossRose';
}

interface EarnedProps {
  readonly edge: EdgeRef;
  readonly facts: RoundFacts;
  readonly update: UpdateView;
}

/** Target of the true step, compared with the step that the answers led to. */
function Earned({ edge, facts, update }: EarnedProps) {
  const target = writtenFull(valueOfEdge(update.target, edge));
  const share = update.shares?.[edge.layer - 1]?.[edge.to];
  if (share !== undefined)
    return (
      <p class={styles.updateEarned}>{t('play.update.earned', { share: writtenShare(share), target })}</p>
    );
  const { weights } = facts.run.rules;
  if (weights === 'answered')
    return <p class={styles.updateEarned}>{t('play.update.answered', { target })}</p>;
  const isElsewhere = weights === 'followed' && !isTrueStep(edge, facts, update);
  return isElsewhere ? <p class={styles.updateEarned}>{t('play.update.followed', { target })}</p> : null;
}

/** Tells if a weight has arrived at the target of its true step. */
function isTrueStep(edge: EdgeRef, { networkNow }: RoundFacts, { target }: UpdateView): boolean {
  return writtenFull(valueOfEdge(target, edge)) === writtenFull(valueOfEdge(networkNow, edge));
}

interface StepProps {
  readonly edge: EdgeRef;
  readonly facts: RoundFacts;
  readonly update: UpdateView;
}

/** old − η × gradient, with the result. */
function Step({ edge, facts, update }: StepProps) {
  const { network, networkNow, run } = facts;
  // Mean over the batch.
  const gradient = valueOfEdge(update.gradients, edge);
  const isExact = network.snap === null && isTrueStep(edge, facts, update);
  const old = valueOfEdge(network, edge);
  const now = valueOfEdge(networkNow, edge);
  const step = written(gradient);
  return (
    <div class={styles.step}>
      <p class={styles.stepName}>
        <span class={symbols.diamond} aria-hidden="true">
          ◆
        </span>{' '}
        {edgeName(network, edge)}
      </p>
      <p class={cx(styles.stepSum, 'digits')}>
        {t('play.update.step', {
          old: writtenFull(old),
          rate: written(network.learningRate),
          gradient: step.startsWith('\u2212') ? `(${step})` : step,
        })}
      </p>
      <p class={cx(styles.stepNew, 'digits')}>
        {isExact ? '=' : '→'} <b>{writtenFull(now)}</b>
      </p>
      {run.lanes > 1 && <p class="hint">{t('play.update.mean', { count: run.lanes, gradient: step })}</p>}
    </div>
  );
}
