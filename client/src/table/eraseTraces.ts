import { forgetPlayer } from './keptPlayers';
import { ownKey } from './ownKey';
import { drop, keysWith } from './tokenStore';

/** Erases everything of a player from this browser: devices are shared. */
export function eraseTraces(code: string, player: string): void {
  forgetPlayer(code, player);
  drop(ownKey('outbox', code, player));
  drop(ownKey('help', code, player));
  for (const key of keysWith(ownKey('draft', code, player))) drop(key);
}
