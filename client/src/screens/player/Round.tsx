import { t } from '../../strings/language';
import { isBareKind } from '../../picture/questionAsked';
import { PointsContext } from '../points';
import { Answering } from './Answering';
import { insertedText } from '../../picture/numbers/insertedText';
import { tapEffectOf } from './questions/tapEffect';
import { PlaceList } from './places/PlaceList';
import { Reveal } from './reveal/Reveal';
import { type OpenQuestion, RoundContext, type RoundValue, useRoundContext } from './RoundContext';
import { Update } from './reveal/Update';
import { type RoundProps, useRound } from './useRound';
import { ValueList } from './places/ValueList';
import { Waiting } from './Waiting';
import { keysOf, networkLayout } from './networkLayout';
import playStyles from './Play.module.css';

/** Round: the network on one side, question or reveal on the other. */
export function Round(props: RoundProps) {
  const { value, frame, hasPoints } = useRound(props);
  return (
    <RoundContext value={value}>
      <PointsContext value={hasPoints}>
        <main
          class={playStyles.round}
          data-layout={networkLayout(value)}
          data-asks={keysOf(value) ?? undefined}
        >
          <div class={playStyles.roundTop}>
            <section class={playStyles.net} aria-label={t('play.network')}>
              <div class={playStyles.netFrame} ref={frame} />
            </section>
            <section class={playStyles.panel} data-testid="panel">
              <Panel />
            </section>
          </div>
          <NetworkInWords />
        </main>
      </PointsContext>
    </RoundContext>
  );
}

/** Key of the answering page: another question mounts a new one. */
function pageOf({ facts, seat, own }: OpenQuestion, desk: RoundValue['desk']): string {
  return `${facts.run.round}/${seat.unit}/${seat.kind}/${desk === 'extra' ? own.extraQuestion?.number : ''}`;
}

/** Panel of the phase: question, reveal or update; otherwise the waiting page. */
function Panel() {
  const { question, desk, phase, facts, view, state, onExtraQuestion } = useRoundContext();
  if (question) return <Answering key={pageOf(question, desk)} />;
  if (phase === 'reveal' && facts && view) return <Reveal facts={facts} view={view} />;
  if (phase === 'update' && facts && view) return <Update facts={facts} view={view} />;
  return <Waiting warmUp={state.mine?.warmUp ?? null} onAsk={onExtraQuestion} />;
}

/** The network as a list of buttons beside the drawing, while a question is open. */
function NetworkInWords() {
  const { question, taken, onTapPlace, onOfferValue } = useRoundContext();
  if (!question) return null;
  const { facts, seat, sheet } = question;
  if (tapEffectOf(seat) === 'insert')
    return <ValueList facts={facts} textOf={(value) => insertedText(seat, value)} onInsert={onOfferValue} />;
  return (
    <PlaceList
      facts={facts}
      taken={taken}
      isBare={isBareKind(seat.kind)}
      isFixed={(place) => sheet.isFixed(place)}
      onTake={onTapPlace}
    />
  );
}
