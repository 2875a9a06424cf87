import { isPlacesPart, type Part } from '@relay/shared/question/part';
import type { PublicView } from '@relay/shared/referee/view';
import { ownWords, partName } from '../../../describe/verdict';
import { t } from '../../../strings/language';
import type { RoundFacts } from '../../../picture/roundFacts';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import { usePoints } from '../../points';
import { BetResult } from '../relay/BetResult';
import { Clean } from '../relay/Clean';
import { Ranks } from '../../parts/Ranks';
import { Receipt } from '../../parts/Receipt';
import { answersOf, givenNumbers, questionOf } from '../../../describe/receipt';
import { screenOf } from '../questions/questionScreens';
import { rightWords } from './rightWords';
import { type Seat, useRoundContext } from '../RoundContext';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './Reveal.module.css';

interface RevealProps {
  readonly facts: RoundFacts;
  readonly view: PublicView;
}

/** Reveal of every part: the player's answer above the right one. */
export function Reveal({ facts, view }: RevealProps) {
  const { seat, lead, lever } = useRoundContext();
  if (!seat) {
    return (
      <div class={styles.reveal}>
        <h1>{t('play.reveal.heading')}</h1>
        <p>{t('play.reveal.machine')}</p>
      </div>
    );
  }
  const { revealHeading, revealMore: More } = screenOf(seat.kind);
  return (
    <div class={styles.reveal}>
      <h1>{revealHeading ? revealHeading() : t('play.reveal.heading')}</h1>
      {facts.lane.clean && <Clean />}
      <Earned seat={seat} />
      {seat.bet && <BetResult bet={seat.bet} />}
      <ul class={styles.revealParts}>
        {seat.parts.map((part) => (
          <RevealedPart key={part} part={part} seat={seat} facts={facts} />
        ))}
      </ul>
      <OwnRanks view={view} />
      {More && <More seat={seat} facts={facts} lever={lever} />}
      <Receipt question={questionOf(seat, facts)} facts={facts} answers={givenNumbers(answersOf(seat))} />
      {lead && (
        <button
          type="button"
          class={cx(shared.button, shared.buttonFirst, shared.buttonTall, styles.revealNext)}
          onClick={lead.next}
        >
          {lead.nextWord}
        </button>
      )}
      <LeaveTicket />
    </div>
  );
}

/** Points of the round, and the time taken for the places of a blank network. */
function Earned({ seat }: { readonly seat: Seat }) {
  const hasPoints = usePoints();
  const { points, kind, answers } = seat;
  const { isTimed } = screenOf(kind);
  return (
    <>
      {hasPoints && (
        <p class={styles.revealPoints}>
          {t('play.reveal.points', { count: Math.round(points), points: Math.round(points) })}
        </p>
      )}
      {isTimed && answers.places?.right && (
        <p class="lead" data-testid="took">
          {t('exitTicket.took', { count: Math.max(1, Math.round(answers.places.afterMs / 1_000)) })}
        </p>
      )}
    </>
  );
}

interface PartProps {
  readonly part: Part;
  readonly seat: Seat;
  readonly facts: RoundFacts;
}

/** One part. Right places need no comparison: the drawing shows them. */
function RevealedPart({ part, seat, facts }: PartProps) {
  const hasPoints = usePoints();
  const answer = seat.answers[part];
  const isRight = answer?.right ?? false;
  return (
    <li class={cx(styles.revealPart, isRight ? styles.isRight : styles.isWrong)} data-right={isRight}>
      <h2>
        {isRight ? <CheckIcon /> : <AlertIcon />}
        {partName(part)}
        {isRight && hasPoints && (
          <span class={cx(styles.revealPlus, 'digits')}>
            {t('play.points', { points: Math.round(answer!.points) })}
          </span>
        )}
      </h2>
      {!(isRight && isPlacesPart(part)) && (
        <>
          <p class={styles.revealOwn}>
            <span class="muted">{t('play.reveal.yours')}</span>
            <span class="digits">{answer ? ownWords(part, answer.raw) : t('play.reveal.none')}</span>
          </p>
          <p class={styles.revealTruth} data-testid="truth">
            <span class="muted">{t('play.reveal.truth')}</span>
            <span class="digits">{rightWords(facts, seat, part)}</span>
          </p>
        </>
      )}
    </li>
  );
}

/** Own rank, once ranks are visible. */
function OwnRanks({ view }: { readonly view: PublicView }) {
  const { mine } = useRoundContext().state;
  if (!mine?.ranks || mine.ranks.length < 2) return null;
  return <Ranks heading={t('play.ended.ranks')} players={mine.ranks} view={view} own={mine.player} />;
}

/** Button back to the class, for a player who has filled in the exit ticket alone. */
function LeaveTicket() {
  const { wishes, state } = useRoundContext();
  if (!wishes || !state.mine?.mayLeaveTicket) return null;
  return (
    <button
      type="button"
      class={cx(shared.button, shared.buttonFirst, shared.buttonTall, styles.revealNext)}
      onClick={() => void wishes.stopFinishing()}
    >
      {t('exitTicket.leave')}
    </button>
  );
}
