import { useRef } from 'preact/hooks';
import { placeKindOf } from '@relay/shared/question/places/placeId';
import { type PlaceId, valueAt } from '@relay/shared/question/places/place';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlaceNames } from '../../../describe/places';
import type { AnswerForm } from '../../../input/answerForm';
import { t } from '../../../strings/language';
import { isBareKind } from '../../../picture/questionAsked';
import type { RoundFacts } from '../../../picture/roundFacts';
import type { Stage } from '../../../picture/stage';
import { insertedText } from '../../../picture/numbers/insertedText';
import { written } from '../../../picture/numbers/written';
import { say } from '../../announcer';
import { useStage } from '../../parts/useStage';
import { tapEffectOf } from '../questions/tapEffect';
import { flyToLine, flyToSlot } from '../answer/fly';
import { type Insert, tappedName, tappedValue } from '../answer/tapToInsert';

interface Tapping {
  /** Form; null where nothing can be taken now. */
  readonly sheet: AnswerForm | null;
  readonly seat: PlayerView['seat'];
  readonly facts: RoundFacts | null;
  readonly nameOf: PlaceNames;
  readonly stage: Stage | null;
}

/** Handles a tap on a place: takes it or puts it back, or inserts its value into the line in use. */
function useTaps({ sheet, seat, facts, nameOf, stage }: Tapping) {
  const insert = useRef<Insert>(() => null);
  const offer = (name: string, value: number, place: PlaceId | null): void => {
    const text = seat ? insertedText(seat, value) : '';
    const line = Number.isNaN(value) ? null : insert.current(text);
    if (!line) return say(t(Number.isNaN(value) ? 'play.say.secret' : 'play.say.noLine', { place: name }));
    say(t('play.say.inserted', { place: name, value: text }));
    if (place) flyToLine(line, text, stage?.positionOf(place) ?? null);
  };
  const tap = (place: PlaceId, from?: Element): void => {
    if (!sheet || !seat || !facts) return;
    const touch = tapEffectOf(seat);
    if (touch === 'insert') return offer(tappedName(seat, place), tappedValue(facts, seat, place), place);
    // A bias belongs to no set of three.
    if (placeKindOf(place) === 'bias') return;
    const name = nameOf(place);
    const value = written(valueAt(facts.network, facts.pass, facts.sample, place));
    const what = sheet.toggle(place);
    if (what === 'fixed') return;
    if (what === 'later') say(t('relay.say.later', { place: name }));
    else if (what === 'released') say(t('play.say.released', { place: name }));
    else if (touch === 'look') say(t('questions.say.shown', { place: name, value }));
    else if (isBareKind(seat.kind)) say(t('questions.say.takenBare', { place: name }));
    else {
      say(t('play.say.taken', { place: name, value }));
      flyToSlot(place, value, stage?.positionOf(place) ?? null, from);
    }
  };
  return { insert, offer, tap };
}

/** Stage of the network, with the same taps in the drawing as in the list beside it. */
export function useTappedStage(tapping: Omit<Tapping, 'stage'>) {
  const tapped = useRef<(place: PlaceId, from?: Element) => void>(() => undefined);
  const { frame, stage } = useStage((place) => tapped.current(place));
  const taps = useTaps({ ...tapping, stage });
  tapped.current = taps.tap;
  return { frame, stage, ...taps };
}
