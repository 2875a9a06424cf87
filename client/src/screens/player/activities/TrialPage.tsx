import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { classRun, firstRun } from '../../../describe/phase';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import { pictureOf, defaultPictureOptions } from '../../../picture/picture';
import type { Trial } from '../../../picture/activities/activity';
import { trialView } from '../../../picture/activities/trial';
import { useShow, useStage } from '../../parts/useStage';
import { GuessForm } from './GuessForm';
import { TrialOutcome } from './TrialOutcome';
import playStyles from '../Play.module.css';

interface TrialPageProps {
  readonly table: Table;
  readonly trial: Trial;
  /** Offer of an extra question. */
  readonly extra: ComponentChildren;
}

/** Page of a trial: a guess of the own team's network's outputs for inputs outside the training data. */
export function TrialPage({ table, trial, extra }: TrialPageProps) {
  const { view, mine } = table.state.value;
  const run = classRun(table.state.value) ?? firstRun(view);
  const shown = useMemo(
    () => (view && run !== null ? trialView(view, run, trial) : null),
    [view, run, trial],
  );
  const { frame, stage } = useStage();
  const words = { target: t('play.target'), error: t('questions.blank.error') };
  useShow(stage, shown && run !== null ? pictureOf(defaultPictureOptions(shown, run, words)) : null);
  const network = run === null ? undefined : view?.networks[run];
  const outputs = network?.layers.at(-1)?.units ?? 0;
  return (
    <main class={playStyles.round}>
      <div class={playStyles.roundTop}>
        <section class={playStyles.net} aria-label={t('play.network')}>
          <div class={playStyles.netFrame} ref={frame} />
        </section>
        <section class={playStyles.panel}>
          {trial.closed && view ? (
            <TrialOutcome view={view} trial={trial} run={run} own={mine?.guess ?? null} />
          ) : (
            <GuessForm key={outputs} table={table} trial={trial} outputs={outputs} extra={extra} />
          )}
        </section>
      </div>
    </main>
  );
}
