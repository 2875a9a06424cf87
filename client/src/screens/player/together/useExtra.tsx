import { useEffect, useState } from 'preact/hooks';
import { NO_RUN } from '../../../describe/phase';
import { DraftStore } from '../../../input/draft';
import { wishesOf } from '../../../input/wishes';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import { isBonusOpen } from '../../../view/desk';
import { say } from '../../announcer';
import { BonusButton } from '../relay/SpareTime';
import { WarmUpOffer } from '../relay/WarmUp';

/** A further question for who has voted or guessed: nobody only waits for the others. */
export function useExtra(table: Table) {
  const [isWanted, want] = useState(false);
  const { mine, code, view } = table.state.value;
  const seat = mine?.seat ?? null;
  const warmUp = mine?.warmUp ?? null;
  const isOpen = warmUp === 'open' || (seat !== null && isBonusOpen(seat));
  const round = seat?.round ?? view?.runs[mine?.run ?? NO_RUN]?.round;
  const ask = async (): Promise<void> => {
    if (!mine?.run || round === undefined) return;
    if (warmUp === 'offered' || (warmUp === null && seat?.mayAskBonus)) {
      new DraftStore(code, mine.player, mine.run).forget(round, 'bonus');
      const reply = await wishesOf(table, mine.run, round).bonus();
      if (!reply.accepted) return say(t(`rejection.${reply.rejection}`));
    }
    want(true);
  };
  const answer = isWanted && !isOpen ? seat?.bonus?.answer : null;
  const outcome = answer ? t(answer.right ? 'together.extra.right' : 'together.extra.wrong') : '';
  useEffect(() => {
    if (outcome !== '') say(outcome);
  }, [outcome, seat?.bonus?.number]);
  const offer = warmUp ? (
    <WarmUpOffer warmUp={warmUp} onAsk={() => void ask()} />
  ) : (
    seat &&
    (seat.mayAskBonus || isOpen) && (
      <div class="together-extra">
        {outcome !== '' && <p class="vote-note is-cast">{outcome}</p>}
        <BonusButton seat={seat} onBonus={() => void ask()} />
      </div>
    )
  );
  return { isOn: isWanted && isOpen, offer, leave: () => want(false) };
}
