import type { Reply } from '@relay/shared/protocol';
import type { Press } from '@relay/shared/referee/press';
import { commandIn } from '@relay/shared/referee/session/moment';
import type { LiveSession } from '../rooms/LiveSession.ts';

/** Submits a host's press on a console that shows the session as it is now. */
export function press(live: LiveSession, pressed: Press): Promise<Reply> {
  return live.submit(commandIn(live.session, pressed), { role: 'host' });
}
