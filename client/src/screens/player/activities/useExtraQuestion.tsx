import { useEffect, useState } from 'preact/hooks';
import type { PlayerView } from '@relay/shared/referee/view';
import { DraftStore } from '../../../input/draft';
import { playerActionsOf } from '../../../input/playerActions';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import { isExtraQuestionOpen } from '../../../picture/answerMode';
import { runOf } from '../../../picture/session';
import { say } from '../../announcer';
import { ExtraQuestionButton } from '../relay/SpareTime';
import { WarmUpOffer } from '../relay/WarmUp';
import { cx } from '../../../styles/cx';
import togetherStyles from './Together.module.css';

/** Asks for an extra question where one is allowed. @returns true if one is open now */
async function askExtraQuestion(table: Table): Promise<boolean> {
  const { mine, code, view } = table.state.peek();
  const run = mine?.run ?? null;
  const round = mine?.seat?.round ?? runOf(view, run)?.round;
  if (!mine || run === null || round === undefined) return false;
  const mayAsk = mine.warmUp === null ? mine.seat?.mayAskExtraQuestion : mine.warmUp === 'offered';
  if (!mayAsk) return true;
  new DraftStore(code, mine.player, run).forget(round, 'extra');
  const reply = await playerActionsOf(table, run, round).extraQuestion();
  if (!reply.accepted) say(t(`rejection.${reply.rejection}`));
  return reply.accepted;
}

/** Result of the extra question answered last; empty while one is open. */
function outcomeWords(mine: PlayerView | null, isOpen: boolean): string {
  const answer = isOpen ? null : mine?.seat?.extraQuestion?.answer;
  return answer ? t(answer.right ? 'activities.extra.right' : 'activities.extra.wrong') : '';
}

interface OfferProps {
  readonly mine: PlayerView | null;
  readonly isOpen: boolean;
  readonly outcome: string;
  readonly onAsk: () => void;
}

/** Button that asks for an extra question, with the result of the last one. */
function ExtraOffer({ mine, isOpen, outcome, onAsk }: OfferProps) {
  if (mine?.warmUp) return <WarmUpOffer warmUp={mine.warmUp} onAsk={onAsk} />;
  const seat = mine?.seat;
  if (!seat || !(seat.mayAskExtraQuestion || isOpen)) return null;
  return (
    <div>
      {outcome !== '' && <p class={cx(togetherStyles.voteNote, togetherStyles.isCast)}>{outcome}</p>}
      <ExtraQuestionButton seat={seat} onExtraQuestion={onAsk} />
    </div>
  );
}

/** Extra questions for a player who has voted or guessed and waits for the others. */
export function useExtraQuestion(table: Table) {
  const [isWanted, setWanted] = useState(false);
  const { mine } = table.state.value;
  const seat = mine?.seat ?? null;
  const isOpen = mine?.warmUp === 'open' || (seat !== null && isExtraQuestionOpen(seat));
  const outcome = isWanted ? outcomeWords(mine, isOpen) : '';
  useEffect(() => {
    if (outcome !== '') say(outcome);
  }, [outcome, seat?.extraQuestion?.number]);
  const ask = async (): Promise<void> => {
    if (await askExtraQuestion(table)) setWanted(true);
  };
  const offer = <ExtraOffer mine={mine} isOpen={isOpen} outcome={outcome} onAsk={() => void ask()} />;
  return { isOn: isWanted && isOpen, offer, leave: () => setWanted(false) };
}
