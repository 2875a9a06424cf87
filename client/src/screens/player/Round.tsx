import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PlaceId } from '@relay/shared/question/place';
import { valueAt } from '@relay/shared/question/place';
import type { PagePhase } from '../../describe/phase';
import { firstRun } from '../../describe/phase';
import { placeNames } from '../../describe/places';
import { AnswerSheet } from '../../input/answerSheet';
import { DraftStore } from '../../input/draft';
import { AT_REST } from '../../input/lever';
import { t } from '../../strings/language';
import type { Table } from '../../table/table';
import { fillFormula } from '../../view/formula';
import { roundFacts, withOwnAnswers } from '../../view/roundFacts';
import { written } from '../../view/written';
import { say } from '../announcer';
import { useCues } from '../parts/useCues';
import { useShow, useStage } from '../parts/useStage';
import { Answering } from './Answering';
import { touchOf } from './asks/touch';
import { flyToLine, flyToSlot } from './fly';
import { type Insert, tappedName, tappedValue } from './tapToInsert';
import type { Lead } from './lead';
import { lookOf } from './look';
import { PlaceList } from './PlaceList';
import { Reveal } from './Reveal';
import { Update } from './Update';
import { useHelpChange } from './useHelpChange';
import { useVerdicts } from './useVerdicts';
import { ValueList } from './ValueList';
import { Waiting } from './Waiting';
import { pictureOf } from '../../view/picture';

interface RoundProps {
  readonly table: Table;
  readonly phase: PagePhase;
  /** Of who plays alone; null where a host leads. */
  readonly lead?: Lead | null;
}

/** The round itself: the network on one side, what is asked or shown on the other. */
export function Round({ table, phase, lead = null }: RoundProps) {
  const state = table.state.value;
  const { view, mine, clockOffsetMs } = state;
  const run = mine?.run ?? firstRun(view);
  const round = run === null ? undefined : view?.runs[run]?.round;
  // The own question and the public round arrive one after the other.
  const seat = mine?.seat && mine.seat.round === round ? mine.seat : null;
  const seen = view && run !== null ? roundFacts(view, run, seat?.lane ?? 0) : null;
  const facts = seen && withOwnAnswers(seen, seat?.answers ?? {});

  const sheet = useMemo(
    () =>
      seat && run !== null && mine
        ? new AnswerSheet(table, run, seat, new DraftStore(state.code, mine.player))
        : null,
    [table, run, seat?.round, seat?.unit],
  );

  const lever = useMemo(() => signal(AT_REST), [sheet]);
  const nameOf = placeNames(seat?.kind === 'blank' && phase === 'backward' ? facts?.network : undefined);

  const tap = useRef<(place: PlaceId, from?: Element) => void>(() => undefined);
  const { frame, stage } = useStage((place) => tap.current(place));
  const insert = useRef<Insert>(() => null);
  const offer = (name: string, value: number, place: PlaceId | null): void => {
    const text = written(value);
    const line = Number.isNaN(value) ? null : insert.current(text);
    if (!line) return say(t(Number.isNaN(value) ? 'play.say.secret' : 'play.say.noLine', { place: name }));
    say(t('play.say.inserted', { place: name, value: text }));
    if (place) flyToLine(line, text, stage?.whereIs(place) ?? null);
  };
  tap.current = (place, from) => {
    if (phase !== 'backward' || !sheet || !seat || !facts) return;
    const touch = touchOf(seat);
    if (touch === 'insert') return offer(tappedName(seat, place), tappedValue(facts, seat, place), place);
    // A bias is no place of any set of three.
    if (place.startsWith('b')) return;
    const name = nameOf(place);
    const value = written(valueAt(facts.network, facts.pass, facts.sample, place));
    const what = sheet.toggle(place);
    if (what === 'fixed') return;
    if (what === 'released') say(t('play.say.released', { place: name }));
    else if (touch === 'look') say(t('asks.say.shown', { place: name, value }));
    else if (seat.kind === 'blank') say(t('asks.say.takenBare', { place: name }));
    else {
      say(t('play.say.taken', { place: name, value }));
      flyToSlot(place, value, stage?.whereIs(place) ?? null, from);
    }
  };

  const helpChange = useHelpChange(state.code, mine?.player ?? null, seat, lead);
  const { openMistake, closeMistake } = useVerdicts(sheet, seat, stage, nameOf);
  const serverNow = (): number => Date.now() + clockOffsetMs;
  const isEating = useCues(stage, view, run, phase, serverNow);

  const taken = sheet?.draft.value.taken ?? [];
  const formula = facts && seat?.edge ? fillFormula(facts.network, seat.edge, taken) : null;
  const looking =
    view && run !== null
      ? lookOf({ view, run, seat, facts, phase, taken, formula, isEating, openMistake, lever: lever.value })
      : null;
  useShow(stage, looking && pictureOf(looking));
  const hasStepped = seat?.kind === 'update' && looking !== null && looking.shownWeight !== null;
  useEffect(() => {
    if (hasStepped && facts) void stage?.play({ type: 'update', before: facts.network.weights });
  }, [hasStepped]);

  const isAsked = phase === 'backward' && sheet && seat && facts;
  return (
    <main class="round">
      <div class="round-top">
        <section class="net" aria-label={t('play.network')}>
          <div class="net-frame" ref={frame} />
        </section>
        <section class={`panel panel-${phase}`}>
          {isAsked ? (
            <Answering
              key={`${round}/${seat.unit}`}
              sheet={sheet}
              seat={seat}
              facts={facts}
              formula={formula}
              state={state}
              lead={lead}
              insert={insert}
              mistake={openMistake}
              onCloseMistake={closeMistake}
              lever={lever}
              helpChange={helpChange}
              nameOf={nameOf}
            />
          ) : phase === 'reveal' && facts ? (
            <Reveal seat={seat} facts={facts} lead={lead} lever={lever} />
          ) : phase === 'update' && facts && view ? (
            <Update seat={seat} facts={facts} view={view} lead={lead} />
          ) : (
            <Waiting />
          )}
        </section>
      </div>
      {isAsked && touchOf(seat) === 'insert' && (
        <ValueList facts={facts} onInsert={(name, value) => offer(name, value, null)} />
      )}
      {isAsked && touchOf(seat) !== 'insert' && (
        <PlaceList
          facts={facts}
          taken={taken}
          isBare={seat.kind === 'blank'}
          isFixed={seat.answers.places?.right ?? false}
          onTake={(place, button) => tap.current(place, button)}
        />
      )}
    </main>
  );
}
