import type { ClientCommand } from '@relay/shared/protocol';
import type { HostCommand } from '@relay/shared/referee/command';
import { commandAt, type Press } from '@relay/shared/referee/press';
import type { SessionView } from '@relay/shared/referee/view';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import { useSettled } from '../../parts/settled';

/** Presses that give the buttons another meaning. More time does not. */
const LEADS: ReadonlySet<string> = new Set<HostCommand['type']>([
  'start',
  'next',
  'skip',
  'pause',
  'resume',
  'lock',
  'end',
  'trainMachine',
  'openVote',
  'openTrial',
  'openExitTicket',
  'playAgain',
  'continueLesson',
]);

/** Presses of a console: each names the moment that this page shows, and what is rejected is said. */
export function usePresses(table: Table | null, session: SessionView | undefined) {
  const [problem, setProblem] = useState('');
  const moment = session?.lead.moment ?? '';
  const { isSettled, press: note } = useSettled(`${moment}/${session?.pausedAt}/${session?.locked}`);
  const lastType = useRef<string | null>(null);
  const command = async (press: Press<ClientCommand>): Promise<boolean> => {
    const turn = LEADS.has(press.type) ? note() : 'first';
    if (turn === 'ignored' || !table) return false;
    const isRepeated = turn === 'again' && lastType.current === press.type;
    if (LEADS.has(press.type)) lastType.current = press.type;
    const reply = await table.send(commandAt<Press<ClientCommand>>(moment, press));
    // Of the same press made twice there is nothing to say: the first one has led on.
    const isDouble = isRepeated && !reply.accepted && reply.rejection === 'momentPassed';
    setProblem(reply.accepted || isDouble ? '' : t(`rejection.${reply.rejection}`));
    return reply.accepted;
  };
  return { isSettled, problem, command };
}
