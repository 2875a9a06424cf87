import { namesUnit, type PartKind } from '@relay/shared/question/part';
import { lossChangeWords } from '../../../describe/lossChange';
import { eitherName } from '../../../describe/mistakes';
import { t } from '../../../strings/language';
import type { TableState } from '../../../table/table';
import { currentRun, sessionOf } from '../../../picture/session';
import { writtenPoints } from '../../../picture/numbers/written';
import { Character } from '../../parts/Character';
import { Creature } from '../../parts/Creature';
import { CheckIcon } from '../../parts/icons';
import { Link } from '../../parts/Link';
import { LossCurve } from '../../parts/LossCurve';
import { type OwnResults, resultsFrom } from './results';
import { cx } from '../../../styles/cx';
import pages from '../../parts/pages.module.css';
import shared from '../../parts/shared.module.css';
import endedStyles from '../Ended.module.css';
import styles from './SelfPacedEnd.module.css';

/** Name of a part kind without a unit, because all rounds are counted together. */
const kindName = (kind: PartKind): string =>
  namesUnit(kind) ? t(`selfPaced.end.kinds.${kind}`) : t(`play.part.${kind}`);

/** Page after the last question or the due date of a self-paced run: strengths, mistakes, loss of the network. */
export function SelfPacedEnd({ state }: { readonly state: TableState }) {
  const { view, mine } = state;
  const run = currentRun(state);
  const isThrough = sessionOf(view)?.stage === 'running';
  const { rounds, clean, strengths, mistakes } = resultsFrom(mine?.record ?? []);
  return (
    <main class={cx(endedStyles.ended, styles.aloneEnd)}>
      <Character kind="output" mood="hop" class={endedStyles.endedFigure} />
      <h1>{t(isThrough ? 'selfPaced.end.heading' : 'selfPaced.end.due')}</h1>
      <p class="lead" data-testid="own-rounds" data-value={rounds}>
        {t('selfPaced.end.rounds', { count: rounds, clean })}
      </p>
      <p class={endedStyles.endedScore}>
        {t('play.ended.score')} <b class="digits">{writtenPoints(mine?.score ?? 0)}</b>
      </p>
      {strengths.length > 0 && <Strengths strengths={strengths} />}
      {rounds > 0 && <Mistakes mistakes={mistakes} />}
      {run && run.losses.length > 1 && (
        <>
          <p>{lossChangeWords(run)}</p>
          <LossCurve class={endedStyles.endedCurve} run={run} />
        </>
      )}
      <p class="hint">{t(isThrough ? 'selfPaced.end.handedIn' : 'selfPaced.end.over')}</p>
      <div class={cx(pages.stack, styles.stack)}>
        <Link to="/practise" class={cx(shared.button, shared.buttonFirst)}>
          {t('selfPaced.end.practise')}
        </Link>
        <Link to="/" class={shared.button}>
          {t('play.ended.home')}
        </Link>
      </div>
    </main>
  );
}

/** Strengths of the player by part kind, best first. */
function Strengths({ strengths }: Pick<OwnResults, 'strengths'>) {
  return (
    <section class={cx(shared.card, styles.card)}>
      <h2>{t('selfPaced.end.strengths')}</h2>
      <ul class={styles.aloneStrengths} data-testid="strengths">
        {strengths.map(({ part, asked, atOnce }) => (
          <li key={part}>
            <span>{t('selfPaced.end.atOnce', { part: kindName(part), atOnce, asked })}</span>
            <meter aria-label={kindName(part)} min={0} max={asked} value={atOnce} />
            {atOnce === asked && <CheckIcon />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Mistakes of the player, most frequent first. */
function Mistakes({ mistakes }: Pick<OwnResults, 'mistakes'>) {
  return (
    <section class={cx(shared.card, styles.card)}>
      <h2>{t('selfPaced.end.mistakes')}</h2>
      {mistakes.length === 0 ? (
        <p>{t('selfPaced.end.noMistakes')}</p>
      ) : (
        <ul class={styles.aloneMistakes} data-testid="own-mistakes">
          {mistakes.map(({ ids, rounds }) => (
            <li key={ids[0]}>
              <Creature id={ids[0]} />
              <span>
                {eitherName(ids)} <b class="digits">{t('selfPaced.end.times', { count: rounds })}</b>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
