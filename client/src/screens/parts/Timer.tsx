import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../strings/language';
import { writtenTime } from '../../view/written';
import { interrupt } from '../announcer';
import { now } from '../now';
import { ClockIcon } from './icons';

interface TimerProps {
  /** On the server's clock. */
  readonly deadlineAt: number;
  readonly pausedAt: number | null;
  readonly clockOffsetMs: number;
  /** Whether the last half minute is said out loud. */
  readonly isSpoken: boolean;
}

const SPOKEN_AT_S = [30, 10];

export function remainingMs({ deadlineAt, pausedAt, clockOffsetMs }: Omit<TimerProps, 'isSpoken'>): number {
  return Math.max(0, deadlineAt - (pausedAt ?? now() + clockOffsetMs));
}

/** Time left of the answering phase. */
export function Timer(props: TimerProps) {
  const left = remainingMs(props);
  const seconds = Math.ceil(left / 1000);
  const before = useRef(seconds);
  useEffect(() => {
    const crossed = SPOKEN_AT_S.find(
      (mark) => before.current > mark && seconds <= mark && seconds > mark - 3,
    );
    if (crossed !== undefined && props.isSpoken) interrupt(t('play.say.seconds', { seconds: crossed }));
    before.current = seconds;
  }, [seconds, props.isSpoken]);
  const isPaused = props.pausedAt !== null;
  return (
    <span
      class={`pill pill-time ${seconds <= 10 && !isPaused ? 'is-short' : ''}`}
      role="timer"
      aria-label={t('bar.time')}
    >
      <ClockIcon />
      <span class="digits">{isPaused ? t('phase.paused') : writtenTime(left)}</span>
    </span>
  );
}
