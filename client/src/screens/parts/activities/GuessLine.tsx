import { t } from '../../../strings/language';
import type { Trial } from '../../../picture/activities/activity';
import { numberLine } from '../../../picture/activities/trial';
import { written, writtenShort } from '../../../picture/numbers/written';
import { cx } from '../../../styles/cx';
import styles from './GuessLine.module.css';

interface GuessLinesProps {
  readonly trial: Trial;
  /** Own guess, whose dot is marked. */
  readonly own?: readonly number[] | null;
}

const percent = (share: number): string => `${share * 100}%`;

/** Guesses of a trial as dots on one line for each output, and the networks' outputs beside them. */
export function GuessLines({ trial, own = null }: GuessLinesProps) {
  const { outcome } = trial;
  if (!outcome) return null;
  const said = Object.values(outcome.outputs);
  return (
    <div class={styles.guessLines}>
      {said[0]?.map((_, k) => (
        <GuessLine
          key={k}
          name={`y${k + 1}`}
          guesses={outcome.guesses.map((guess) => guess[k]!)}
          said={said.map((outputs) => outputs[k]!)}
          own={own?.[k] ?? null}
        />
      ))}
      <p class={styles.guessLegend} aria-hidden="true">
        <span>{t('activities.trial.all')}</span>
        {own && <span class={styles.isMe}>{t('activities.trial.yours')}</span>}
        <span class={styles.isSaid}>{t('activities.trial.network')}</span>
      </p>
    </div>
  );
}

interface GuessLineProps {
  readonly name: string;
  readonly guesses: readonly number[];
  readonly said: readonly number[];
  readonly own: number | null;
}

function GuessLine({ name, guesses, said, own }: GuessLineProps) {
  const { ticks, dots, at } = numberLine(guesses, said);
  const ownDot = own === null ? -1 : guesses.indexOf(own);
  const height = Math.max(2, ...dots.map(({ level }) => level + 1));
  return (
    <figure class={styles.guessLine} style={{ '--stack': height }}>
      <figcaption>
        <b>{name}</b>
        <span class="visually-hidden">
          {t('activities.trial.line', {
            guesses: guesses.map(written).join(', '),
            said: said.map(writtenShort).join(', '),
          })}
        </span>
      </figcaption>
      <div class={styles.guessField} aria-hidden="true">
        {said.map((value, i) => (
          <span key={i} class={styles.guessSaid} style={{ left: percent(at(value)) }}>
            {said.length === 1 && <b class="digits">{writtenShort(value)}</b>}
          </span>
        ))}
        {dots.map((dot, i) => (
          <span
            key={i}
            class={cx(styles.guessDot, i === ownDot && styles.isMe)}
            style={{ left: percent(dot.at), '--level': dot.level }}
          />
        ))}
        {ticks.map((tick) => (
          <span key={tick} class={cx(styles.guessTick, 'digits')} style={{ left: percent(at(tick)) }}>
            {written(tick)}
          </span>
        ))}
      </div>
    </figure>
  );
}
