import type { Intention } from '@relay/shared/referee/command';
import type { PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import { Link } from '../parts/Link';
import { LockIcon } from '../parts/icons';

const ADDED_MS = 30_000;

interface ControlsProps {
  readonly phase: PagePhase;
  readonly isPaused: boolean;
  readonly isLocked: boolean;
  readonly canStart: boolean;
  readonly onCommand: (intention: Intention) => void;
}

/** What the host can do now. Start turns into Next, Pause into Resume: the same button keeps its place and the focus. */
export function Controls({ phase, isPaused, isLocked, canStart, onCommand }: ControlsProps) {
  if (phase === 'ended') {
    return (
      <div class="controls">
        <Link to="/host" class="button button-first">
          {t('host.newSession')}
        </Link>
      </div>
    );
  }
  const isLobby = phase === 'lobby';
  return (
    <div class="controls">
      <button
        type="button"
        class="button button-first button-tall"
        disabled={isLobby && !canStart}
        onClick={() => onCommand({ type: isLobby ? 'start' : 'next' })}
      >
        {t(isLobby ? 'host.start' : 'host.next')}
      </button>
      {!isLobby && (
        <>
          <button
            type="button"
            class="button"
            onClick={() => onCommand({ type: isPaused ? 'resume' : 'pause' })}
          >
            {t(isPaused ? 'host.resume' : 'host.pause')}
          </button>
          <button
            type="button"
            class="button"
            disabled={phase !== 'backward'}
            onClick={() => onCommand({ type: 'addTime', ms: ADDED_MS })}
          >
            {t('host.addTime')}
          </button>
        </>
      )}
      <span class="bar-gap" />
      <button
        type="button"
        class="button"
        aria-pressed={isLocked}
        onClick={() => onCommand({ type: 'lock', locked: !isLocked })}
      >
        <LockIcon />
        {t('host.lock')}
      </button>
      <button type="button" class="button button-end" onClick={() => onCommand({ type: 'end' })}>
        {t('host.end')}
      </button>
    </div>
  );
}
