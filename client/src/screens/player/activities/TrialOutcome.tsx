import type { PublicView } from '@relay/shared/referee/view';
import { trialWords } from '../../../describe/activities';
import { t } from '../../../strings/language';
import type { Trial } from '../../../picture/activities/activity';
import { written, writtenShort } from '../../../picture/numbers/written';
import { GuessLines } from '../../parts/activities/GuessLine';
import { cx } from '../../../styles/cx';
import togetherStyles from './Together.module.css';
import styles from './TrialOutcome.module.css';

interface TrialOutcomeProps {
  readonly view: PublicView;
  readonly trial: Trial;
  readonly run: string | null;
  readonly own: readonly number[] | null;
}

/** Outputs of the own team's network beside the player's guess. */
export function TrialOutcome({ view, trial, run, own }: TrialOutcomeProps) {
  const outputs = trial.outcome?.outputs;
  const said = (run === null ? undefined : outputs?.[run]) ?? Object.values(outputs ?? {})[0] ?? [];
  return (
    <div class={togetherStyles.together}>
      <h1>{t('activities.trial.said', { outputs: said.map(writtenShort).join(', ') })}</h1>
      <p class={togetherStyles.togetherOwn}>{trialWords(view, trial)}</p>
      <table class={cx(styles.guessTable, 'digits')}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('activities.trial.yours')}</th>
            <th scope="col">{t('activities.trial.network')}</th>
          </tr>
        </thead>
        <tbody>
          {said.map((value, k) => (
            <tr key={k}>
              <th scope="row">{`y${k + 1}`}</th>
              <td>{own?.[k] === undefined ? '–' : written(own[k])}</td>
              <td class={styles.isSaid}>{writtenShort(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <GuessLines trial={trial} own={own} />
    </div>
  );
}
