import type { TimeFactor } from '@relay/shared/referee/session/settings';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../strings/language';
import { writtenTime } from '../../picture/numbers/written';
import { interrupt } from '../announcer';
import { now } from '../now';
import { ClockIcon } from './icons';
import { cx } from '../../styles/cx';
import pills from './pills.module.css';

interface TimerProps {
  /** Deadline on the server's clock, ms. */
  readonly deadlineAt: number;
  readonly pausedAt: number | null;
  readonly clockOffsetMs: number;
  /** True where the last half minute is announced. */
  readonly isSpoken: boolean;
  /** Own multiple of the class's time, shown to this player only. */
  readonly factor?: TimeFactor;
}

/** Deadlines further ahead than this stand for "no clock", ms. */
const NO_CLOCK_MS = 365 * 86_400_000;

const SPOKEN_AT_S = [30, 10];

export function remainingMs({
  deadlineAt,
  pausedAt,
  clockOffsetMs,
}: Pick<TimerProps, 'deadlineAt' | 'pausedAt' | 'clockOffsetMs'>): number {
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
  if (left > NO_CLOCK_MS) return null;
  const { factor = 1 } = props;
  return (
    <span
      class={cx(pills.pill, pills.pillTime, seconds <= 10 && !isPaused && pills.isShort)}
      role="timer"
      aria-label={t('bar.time')}
    >
      <ClockIcon />
      <span class="digits">{isPaused ? t('phase.paused') : writtenTime(left)}</span>
      {factor !== 1 && factor !== 'untimed' && (
        <span class={cx(pills.timeFactor, 'digits')} title={t('relay.time.own')}>
          <span class="visually-hidden">{t('relay.time.own')}</span> {t('relay.time.factor', { factor })}
        </span>
      )}
    </span>
  );
}
