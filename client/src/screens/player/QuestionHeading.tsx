import { t } from '../../strings/language';
import { isSettled } from '@relay/shared/referee/round/progress';
import { correctedWords } from '../../describe/activeLayer';
import { PlacesNote } from './places/PlacesNote';
import { ExtraQuestionHeading } from './relay/ExtraQuestionHeading';
import { Hints } from './relay/Hints';
import type { HintState } from './relay/useHints';
import { ownHeading } from './relay/OwnPlacesForm';
import { Corrected } from './relay/TurnStrip';
import { type Seat, useOpenQuestion } from './RoundContext';
import styles from './QuestionHeading.module.css';

interface AskHeadProps {
  readonly hints: HintState;
}

/** Heading of the question, status of the places, and hints. */
export function QuestionHeading({ hints }: AskHeadProps) {
  const { desk, seat, facts, onAside } = useOpenQuestion();
  if (desk === 'extra') return <ExtraQuestionHeading seat={seat} facts={facts} onAside={onAside} />;
  if (desk === 'wait' && !seat.parts.includes('own')) {
    return (
      <div class={styles.ask}>
        <h1>{t(seat.edge ? 'relay.own.blank' : `play.asks.${seat.kind}`, { unit: seat.unit })}</h1>
      </div>
    );
  }
  return <OwnHead hints={hints} />;
}

/** Heading of the own question; before the player's turn, that of the places the unit already knows. */
function heading(seat: Seat, isPreparing: boolean): string {
  if (!isPreparing) return t(`play.asks.${seat.kind}`, { unit: seat.unit });
  return isSettled(seat.answers.own) ? t('relay.own.ready') : ownHeading(seat.edge!);
}

function OwnHead({ hints }: AskHeadProps) {
  const { seat, own, facts, sheet, wishes, nameOf, lead } = useOpenQuestion();
  const { parts, answers } = seat;
  const isPreparing = own.turn === 'waiting';
  const halves = sheet.placeGroups();
  const isCorrected = !isPreparing && correctedWords(facts.run, facts.lane) !== '';
  return (
    <div class={styles.ask} data-crowded={isCorrected || hints.told.length > 1 || undefined}>
      <h1>{heading(seat, isPreparing)}</h1>
      {parts.includes('own') && (isPreparing || answers.own?.right === false) && (
        <PlacesNote part="own" answer={answers.own} taken={halves.own.length} />
      )}
      {parts.includes('places') && !isPreparing && (
        <PlacesNote part="places" answer={answers.places} taken={halves.places.length} />
      )}
      {isCorrected && <Corrected facts={facts} />}
      <Hints
        state={hints}
        seat={seat}
        wishes={wishes}
        nameOf={nameOf}
        costs={lead?.rightWorking ? 'clean' : 'half'}
      />
    </div>
  );
}
