import { t } from '../../strings/language';
import { isSettled } from '@relay/shared/referee/progress';
import type { Part } from '@relay/shared/question/question';
import type { AnsweringProps } from './Answering';
import { PlacesNote } from './PlacesNote';
import { BonusHead } from './relay/BonusHead';
import { Hints } from './relay/Hints';
import { ownHeading } from './relay/OwnForm';
import { Corrected } from './relay/TurnStrip';

interface AskHeadProps extends AnsweringProps {
  /** Parts for which a hint may be taken now. */
  readonly hintable: readonly Part[];
}

/** What is asked, how it stands with the places, and where to look. */
export function AskHead(props: AskHeadProps) {
  const { desk, seat, own, facts, sheet, onAside } = props;
  if (desk === 'bonus') return <BonusHead seat={seat} facts={facts} onAside={onAside} />;
  if (desk === 'wait' && !seat.parts.includes('own')) {
    return (
      <div class="ask">
        <h1>{t(seat.edge ? 'relay.own.blank' : `play.asks.${seat.kind}`, { unit: seat.unit })}</h1>
      </div>
    );
  }
  const isPreparing = own.turn === 'waiting';
  const halves = sheet.halves();
  return (
    <div class="ask">
      <h1>
        {isPreparing
          ? isSettled(seat.answers.own)
            ? t('relay.own.ready')
            : ownHeading(seat.edge!)
          : t(`play.asks.${seat.kind}`, { unit: seat.unit })}
      </h1>
      {seat.parts.includes('own') && (isPreparing || (seat.answers.own && !seat.answers.own.right)) && (
        <PlacesNote part="own" answer={seat.answers.own} taken={halves.own.length} />
      )}
      {seat.parts.includes('places') && !isPreparing && (
        <PlacesNote part="places" answer={seat.answers.places} taken={halves.places.length} />
      )}
      {!isPreparing && <Corrected facts={facts} />}
      <Hints
        seat={seat}
        parts={props.hintable}
        facts={facts}
        wishes={props.wishes}
        nameOf={props.nameOf}
        costs={props.lead?.rightWorking ? 'clean' : 'half'}
      />
    </div>
  );
}
