import { useEffect, useRef } from 'preact/hooks';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PagePhase } from '../../../describe/phase';
import { t } from '../../../strings/language';
import { say } from '../../announcer';

/** Announces the turn of the player's layer. */
export function useTurnSpoken(seat: PlayerView['seat'], phase: PagePhase): void {
  const moment = seat && `${seat.round}/${phase}`;
  const turn = seat?.turn ?? null;
  const before = useRef({ moment, turn });
  useEffect(() => {
    const wasWaiting = before.current.moment === moment && before.current.turn === 'waiting';
    before.current = { moment, turn };
    if (wasWaiting && turn === 'open')
      say(t(phase === 'forward' ? 'relay.turn.forward' : 'relay.turn.backward'));
  }, [moment, turn]);
}
