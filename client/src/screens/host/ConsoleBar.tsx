import type { TableState } from '../../table/table';
import type { PagePhase } from '../../describe/phase';
import { CodeFact, LossFact, PhaseFact, PlayersFact, RoundFact } from '../parts/facts';
import { LanguageSwitch } from '../parts/LanguageSwitch';
import { Timer } from '../parts/Timer';
import styles from './ConsoleBar.module.css';

interface ConsoleBarProps {
  readonly state: TableState;
  readonly code: string;
  readonly run: string | null;
  readonly phase: PagePhase;
  /** Deadline on the server's clock, ms. */
  readonly endsAt: number | null;
}

/** Status line of the session, always in sight. */
export function ConsoleBar({ state: { view, clockOffsetMs }, code, run, phase, endsAt }: ConsoleBarProps) {
  const session = view?.session[''];
  const facts = run === null ? undefined : view?.runs[run];
  const pausedAt = session?.pausedAt ?? null;
  return (
    <header class={styles.consoleBar} data-bar="console">
      <PhaseFact phase={phase} view={view} isPaused={pausedAt !== null} />
      <RoundFact round={facts?.round ?? 0} />
      <span class={styles.loss}>
        <LossFact loss={facts?.losses.at(-1)} />
      </span>
      <PlayersFact players={session?.players ?? 0} />
      <CodeFact code={code} />
      <span class="push" />
      {endsAt !== null && (
        <Timer deadlineAt={endsAt} pausedAt={pausedAt} clockOffsetMs={clockOffsetMs} isSpoken={false} />
      )}
      <LanguageSwitch />
    </header>
  );
}
