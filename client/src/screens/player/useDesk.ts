import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { firstRun, isAnswering, NO_RUN, type PagePhase } from '../../describe/phase';
import { AnswerSheet } from '../../input/answerSheet';
import { DraftStore } from '../../input/draft';
import { wishesOf } from '../../input/wishes';
import { t } from '../../strings/language';
import type { Table, TableState } from '../../table/table';
import { bonusSeat, deskOf, mayAskBonus, withBonusLane } from '../../view/desk';
import { roundFacts, withOwnAnswers } from '../../view/roundFacts';
import { say } from '../announcer';
import { remainingMs } from '../parts/Timer';
import { bonusSentence } from './relay/BonusHead';

/** Whether the own question is over: its round has been revealed, or its clock has run out. */
function isTimeUp({ mine, view, clockOffsetMs }: TableState): boolean {
  if (view?.runs[mine?.run ?? NO_RUN]?.isAnswering === false) return true;
  const deadlineAt = mine?.seat?.deadlineAt ?? null;
  const pausedAt = view?.session['']?.pausedAt ?? null;
  return deadlineAt !== null && remainingMs({ deadlineAt, pausedAt, clockOffsetMs }) === 0;
}

/** What lies before the player now, and everything that is known about it. */
export function useDesk(table: Table, phase: PagePhase) {
  const state = table.state.value;
  const { view, mine } = state;
  const run = mine?.run ?? firstRun(view);
  const round = run === null ? undefined : view?.runs[run]?.round;
  // The own question and the public round arrive one after the other.
  const seated = mine?.seat && mine.seat.round === round ? mine.seat : null;
  const isLate = useComputed(() => isTimeUp(table.state.value)).value;
  const own = seated && { ...seated, mayAskBonus: mayAskBonus(seated, isLate) };

  const sheet = useMemo(
    () =>
      own && run !== null && mine
        ? new AnswerSheet(table, run, own, new DraftStore(state.code, mine.player, run))
        : null,
    [table, run, own?.round, own?.unit, own?.kind],
  );
  const wishes = useMemo(
    () => (run !== null && round !== undefined ? wishesOf(table, run, round) : null),
    [table, run, round],
  );

  const [aside, putAside] = useState<string | null>(null);
  const bonusKey = own?.bonus ? `${own.round}/${own.bonus.number}` : null;
  const desk = own && isAnswering(phase) ? deskOf(own, aside !== null && aside === bonusKey, isLate) : 'work';
  const bonus = desk === 'bonus' ? (own?.bonus ?? null) : null;
  const seat = own && bonus ? bonusSeat(own, bonus) : own;
  const shown = view && run !== null && bonus ? withBonusLane(view, run, bonus) : view;
  const seen = shown && run !== null ? roundFacts(shown, run, seat?.lane ?? 0) : null;
  const facts = seen && withOwnAnswers(seen, seat?.answers ?? {});

  useEffect(() => {
    if (bonus && facts) say(bonusSentence(bonus, facts));
  }, [bonus?.number, desk]);
  const onBonus = async (): Promise<void> => {
    putAside(null);
    if (!wishes || !(own?.mayAskBonus || mine?.warmUp === 'offered')) return;
    sheet?.clearBonus();
    const reply = await wishes.bonus();
    if (!reply.accepted) say(t(`rejection.${reply.rejection}`));
  };
  return {
    run,
    own,
    seat,
    desk,
    facts,
    sheet,
    wishes,
    view: shown,
    onBonus: () => void onBonus(),
    putAside: () => putAside(bonusKey),
  };
}
