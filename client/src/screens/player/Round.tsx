import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { unitByName } from '@relay/shared/maths/unit';
import type { PlaceId } from '@relay/shared/question/place';
import type { PlayerView } from '@relay/shared/referee/view';
import { isAnswering, type PagePhase } from '../../describe/phase';
import { placeNames } from '../../describe/places';
import { AT_REST } from '../../input/lever';
import { t } from '../../strings/language';
import type { Table } from '../../table/table';
import { isBareKind } from '../../view/asked';
import { isDone } from '../../view/desk';
import { fillFormula } from '../../view/formula';
import { pictureOf } from '../../view/picture';
import type { RoundFacts } from '../../view/roundFacts';
import { useKeptFocus } from '../keptFocus';
import { useCues } from '../parts/useCues';
import { useShow, useStage } from '../parts/useStage';
import { PointsContext } from '../points';
import { Answering } from './Answering';
import { screenOf } from './questions/questionScreens';
import { touchOf } from './questions/touch';
import type { Lead } from './lead';
import { lookOf } from './look';
import { PlaceList } from './PlaceList';
import { useTurnSpoken } from './relay/useTurnSpoken';
import { Reveal } from './Reveal';
import { Update } from './Update';
import { useDesk } from './useDesk';
import { useHelpChange } from './useHelpChange';
import { useTaps } from './useTaps';
import { useVerdicts } from './useVerdicts';
import { ValueList } from './ValueList';
import { Waiting } from './Waiting';

interface RoundProps {
  readonly table: Table;
  readonly phase: PagePhase;
  /** Of who plays alone; null where a host leads. */
  readonly lead?: Lead | null;
  /** Where a further question put aside leads; absent: to the own one. */
  readonly onAside?: () => void;
}

/** From which layer on the parcels are no secret to a player: its own is, while it can still find it. */
function secretUpTo(own: PlayerView['seat'], facts: RoundFacts | null, phase: PagePhase): number {
  if (!own || !facts || !isAnswering(phase) || own.turn === 'closed' || isDone(own)) return 0;
  return unitByName(facts.network, own.unit)?.layer ?? 0;
}

/** The round itself: the network on one side, what is asked or shown on the other. */
export function Round({ table, phase, lead = null, onAside }: RoundProps) {
  const state = table.state.value;
  const { mine, clockOffsetMs } = state;
  const { run, own, seat, desk, facts, sheet, wishes, view, onBonus, putAside } = useDesk(table, phase);
  const lever = useMemo(() => signal(AT_REST), [sheet]);
  const isOpen = isAnswering(phase);
  const nameOf = placeNames(seat && isBareKind(seat.kind) && isOpen ? facts?.network : undefined);

  const tapped = useRef<(place: PlaceId, from?: Element) => void>(() => undefined);
  const { frame, stage } = useStage((place) => tapped.current(place));
  const { insert, offer, tap } = useTaps({ sheet: isOpen ? sheet : null, seat, facts, nameOf, stage });
  tapped.current = tap;

  const hasPoints = mine?.score !== null && (facts?.run.rules.scored ?? true);
  const helpChange = useHelpChange(state.code, mine?.player ?? null, own, lead);
  const verdicts = useVerdicts(sheet, own, stage, nameOf, hasPoints);
  const { closeMistake } = verdicts;
  const isAbout = verdicts.openMistake && seat?.parts.includes(verdicts.openMistake.part);
  const openMistake = isAbout ? verdicts.openMistake : null;
  const serverNow = (): number => Date.now() + clockOffsetMs;
  // Another sample is on the drawing while a further ◆ is asked.
  const isEating = useCues(desk === 'bonus' ? null : stage, view, run, own?.lane ?? 0, phase, serverNow);
  useTurnSpoken(own, phase);
  useKeptFocus(`${desk} ${own?.turn ?? ''}`);

  const halves = sheet && desk !== 'bonus' ? sheet.halves() : { own: [], places: [] };
  const taken = [...halves.own, ...halves.places];
  const formula = facts && seat?.edge ? fillFormula(facts.network, seat.edge, taken) : null;
  const parcelsAbove = secretUpTo(own, facts, phase);
  const looking =
    view && run !== null
      ? lookOf({
          view,
          run,
          seat,
          facts,
          phase,
          taken,
          formula,
          isEating,
          openMistake,
          lever: lever.value,
          parcelsAbove,
        })
      : null;
  useShow(stage, looking && pictureOf(looking));
  const hasStepped = seat && screenOf(seat.kind).step && looking !== null && looking.shownWeight !== null;
  useEffect(() => {
    if (hasStepped && facts) void stage?.play({ type: 'update', before: facts.network.weights });
  }, [hasStepped]);

  const asked =
    isOpen && sheet && seat && own && facts && wishes ? { sheet, seat, own, facts, wishes } : null;
  const page = `${facts?.run.round}/${seat?.unit}/${seat?.kind}/${desk === 'bonus' ? own?.bonus?.number : ''}`;
  return (
    <PointsContext value={hasPoints}>
      <main class="round">
        <div class="round-top">
          <section class="net" aria-label={t('play.network')}>
            <div class="net-frame" ref={frame} />
          </section>
          <section class={`panel panel-${isOpen ? 'backward' : phase}`}>
            {asked ? (
              <Answering
                key={page}
                {...asked}
                desk={desk}
                formula={formula}
                state={state}
                lead={lead}
                onBonus={onBonus}
                onAside={onAside ?? putAside}
                insert={insert}
                mistake={openMistake}
                onCloseMistake={closeMistake}
                lever={lever}
                helpChange={helpChange}
                nameOf={nameOf}
              />
            ) : phase === 'reveal' && facts && view ? (
              <Reveal
                seat={seat}
                facts={facts}
                lead={lead}
                lever={lever}
                view={view}
                mine={mine}
                onLeave={wishes && mine?.mayLeaveTicket ? () => void wishes.stopFinishing() : null}
              />
            ) : phase === 'update' && facts && view ? (
              <Update seat={seat} facts={facts} view={view} lead={lead} />
            ) : (
              <Waiting warmUp={mine?.warmUp ?? null} onAsk={onBonus} />
            )}
          </section>
        </div>
        {asked && touchOf(asked.seat) === 'insert' && (
          <ValueList facts={asked.facts} onInsert={(name, value) => offer(name, value, null)} />
        )}
        {asked && touchOf(asked.seat) !== 'insert' && (
          <PlaceList
            facts={asked.facts}
            taken={taken}
            isBare={isBareKind(asked.seat.kind)}
            isFixed={(place) => asked.sheet.isFixed(place)}
            onTake={tap}
          />
        )}
      </main>
    </PointsContext>
  );
}
