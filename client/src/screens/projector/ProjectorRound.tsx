import { useRef } from 'preact/hooks';
import type { PublicView } from '@relay/shared/referee/view';
import { isAnswering, type PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import { pageNow } from '../../table/pageClock';
import type { TableState } from '../../table/table';
import { askedIn, asksParcel } from '../../picture/questionAsked';
import { biggestChange } from '../../picture/numbers/biggestChange';
import { pictureOf, defaultPictureOptions } from '../../picture/picture';
import { type RoundFacts, roundFacts } from '../../picture/roundFacts';
import { written, writtenFull, writtenShort } from '../../picture/numbers/written';
import { DecisionBoundary } from '../parts/DecisionBoundary';
import { MachineNote } from '../parts/activities/MachineNote';
import { Goal } from '../parts/Goal';
import { LossCurve } from '../parts/LossCurve';
import { useCues } from '../parts/useCues';
import { useShow, useStage } from '../parts/useStage';
import { CleanLanes, isCrowded, Lanes } from './Lanes';
import { TopMistakes } from './TopMistakes';
import { useFitting } from './useFitting';
import { WhichTeam } from './WhichTeam';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import playStyles from '../player/Play.module.css';
import projectorStyles from './Projector.module.css';
import styles from './ProjectorRound.module.css';

interface BigRoundProps {
  readonly state: TableState;
  readonly run: string;
  readonly phase: PagePhase;
  /** Chooses the team whose network is drawn. */
  readonly onChoose: (run: string) => void;
}

/** The network, the loss beside it, and one status line below. */
export function ProjectorRound({ state, run, phase, onChoose }: BigRoundProps) {
  const { view, clockOffsetMs } = state;
  const { frame, stage } = useStage();
  const isEating = useCues(stage, view, run, 0, phase, () => pageNow() + clockOffsetMs);
  const facts = view && roundFacts(view, run, 0);
  const look = view && {
    ...defaultPictureOptions(view, run, { target: t('play.target'), error: t('questions.blank.error') }),
    allLanes: true,
    isEating,
    // A class that works on a blank network must not read its numbers off the projector.
    isBare: phase === 'backward' && view.runs[run]?.rules.asks === 'blank',
    scale: 'projector' as const,
  };
  useShow(stage, look && pictureOf(look));
  if (!view || !facts) return null;
  return (
    <main class={projectorStyles.bigRound}>
      <h1 class="visually-hidden">{t('title.projector')}</h1>
      <section class={projectorStyles.bigNet} aria-label={t('play.network')}>
        <WhichTeam view={view} run={run} onChoose={onChoose} />
        <div class={styles.bigNetRoom}>
          <div class={playStyles.netFrame} ref={frame} />
        </div>
      </section>
      <Side view={view} facts={facts} phase={phase} />
      <p class={projectorStyles.bigRibbon}>
        <MachineNote run={facts.run} class={styles.bigStep}>
          <Ribbon facts={facts} view={view} phase={phase} />
        </MachineNote>
      </p>
    </main>
  );
}

interface SideProps {
  readonly facts: RoundFacts;
  readonly view: PublicView;
  readonly phase: PagePhase;
}

/** Steps in which the column leaves out what has no room: outputs, which the network shows too, mistakes, clean lanes. */
const LEAVING_OUT = 4;

/** Cards that share the column with the loss in a phase. */
function sharing({ facts, view, phase }: SideProps, hasRoom: boolean) {
  const isReveal = phase === 'reveal';
  const isCrowd = facts.run.isByLayer && isCrowded(view);
  const hasBoundary = phase === 'update' && facts.networkNow.inputs === 2;
  return {
    isReveal,
    isCrowd,
    hasBoundary,
    hasGoal: hasRoom && !isCrowd && isAnswering(phase),
    hasOutputs: hasRoom && !hasBoundary && !isAnswering(phase),
  };
}

/** Column beside the network: loss, goal, progress of the lanes, outcome. */
function Side(props: SideProps) {
  const { facts, view, phase } = props;
  const { run, networkNow } = facts;
  const hasTeams = Object.keys(view.runs).length > 1;
  const frame = useRef<HTMLElement>(null);
  const mistakes = Object.values(view.runs).map((one) => one.mistakes);
  const step = useFitting(frame, JSON.stringify([phase, run.id, run.round, mistakes]), LEAVING_OUT);
  const { isReveal, isCrowd, hasBoundary, hasGoal, hasOutputs } = sharing(props, step === 0);
  return (
    <aside
      ref={frame}
      class={cx(
        projectorStyles.bigSide,
        hasGoal && projectorStyles.hasGoal,
        hasBoundary && projectorStyles.hasBoundary,
        isReveal && projectorStyles.hasMistakes,
        isCrowd && projectorStyles.hasCrowd,
      )}
    >
      <section class={cx(shared.card, projectorStyles.bigLoss)}>
        <h2>
          {t('loss.heading')} {hasTeams && t('host.teamCaption', { team: run.id })}
        </h2>
        <LossCurve run={run} isProjector />
      </section>
      {hasGoal && <GoalCard view={view} />}
      {run.isByLayer && <Lanes view={view} />}
      {isReveal && step < LEAVING_OUT && <CleanLanes view={view} />}
      {isReveal && <TopMistakes runs={Object.values(view.runs)} leavesOut={Math.max(0, step - 1)} />}
      {hasBoundary && (
        <section class={shared.card}>
          <h2>{t('learning.boundary.heading')}</h2>
          <DecisionBoundary network={networkNow} samples={view.data[''] ?? []} />
        </section>
      )}
      {hasOutputs && <Outputs facts={facts} />}
    </aside>
  );
}

function GoalCard({ view }: Pick<SideProps, 'view'>) {
  return (
    <section class={cx(shared.card, styles.bigGoal)}>
      <Goal view={view} />
    </section>
  );
}

function Outputs({ facts }: { readonly facts: RoundFacts }) {
  return (
    <section class={cx(shared.card, styles.bigOutputs)}>
      <h2>{t('projector.outputToTarget')}</h2>
      {facts.pass.outputs.at(-1)!.map((y, k) => (
        <p key={k} class="digits">
          <b>y{k + 1}</b> {writtenShort(y)} →{' '}
          <span class={styles.isTarget}>{writtenShort(facts.lane.t[k]!)}</span>
        </p>
      ))}
    </section>
  );
}

function Ribbon({ facts, view, phase }: SideProps) {
  if (phase === 'backward' && facts.run.isByLayer) return <>{t('relay.projector.relay')}</>;
  if (isAnswering(phase)) return <>{t(`projector.asks.${askedIn(facts.run)}`)}</>;
  if (phase === 'reveal')
    return <>{t(asksParcel(askedIn(facts.run)) ? 'projector.revealText' : 'projector.revealForward')}</>;
  const update = view.updates[facts.run.id];
  const change = update && biggestChange(facts.networkNow, update);
  if (!change) return <>{t('learning.nothingMoved')}</>;
  const step = written(change.gradient);
  return (
    <>
      <b>{t('projector.biggest')}</b>
      <span class={cx('digits', styles.bigStep)}>
        {t(facts.network.snap === null ? 'projector.stepText' : 'projector.snapText', {
          edge: change.edge,
          old: writtenFull(change.old),
          rate: written(facts.network.learningRate),
          gradient: step.startsWith('\u2212') ? `(${step})` : step,
          new: writtenFull(change.now),
        })}
      </span>
    </>
  );
}
