import { useEffect, useState } from 'preact/hooks';
import { DraftStore } from '../../../input/draft';
import { wishesOf } from '../../../input/wishes';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import { isBonusOpen } from '../../../view/desk';
import { say } from '../../announcer';
import { BonusButton } from '../relay/SpareTime';

/** A further question for who has voted or guessed: nobody only waits for the others. */
export function useExtra(table: Table) {
  const [isWanted, want] = useState(false);
  const { mine, code } = table.state.value;
  const seat = mine?.seat ?? null;
  const isOpen = seat !== null && isBonusOpen(seat);
  const ask = async (): Promise<void> => {
    if (!mine?.run || !seat) return;
    if (seat.mayAskBonus) {
      new DraftStore(code, mine.player).forget(seat.round, 'bonus');
      const reply = await wishesOf(table, mine.run, seat.round).bonus();
      if (!reply.accepted) return say(t(`rejection.${reply.rejection}`));
    }
    want(true);
  };
  const answer = isWanted && !isOpen ? seat?.bonus?.answer : null;
  const outcome = answer ? t(answer.right ? 'together.extra.right' : 'together.extra.wrong') : '';
  useEffect(() => {
    if (outcome !== '') say(outcome);
  }, [outcome, seat?.bonus?.number]);
  const offer = seat && (seat.mayAskBonus || isOpen) && (
    <div class="together-extra">
      {outcome !== '' && <p class="vote-note is-cast">{outcome}</p>}
      <BonusButton seat={seat} onBonus={() => void ask()} />
    </div>
  );
  return { isOn: isWanted && isOpen, offer, leave: () => want(false) };
}
