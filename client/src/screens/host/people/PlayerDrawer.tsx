import type { HostCommand } from '@relay/shared/referee/command';
import type { HostRow, PublicPlayer, PublicView, SessionView } from '@relay/shared/referee/view';
import { useEffect, useRef } from 'preact/hooks';
import { eitherName, mistakeName } from '../../../describe/mistakes';
import { writtenPoints } from '../../../picture/numbers/written';
import { t } from '../../../strings/language';
import { focusMain } from '../../keptFocus';
import { Creature } from '../../parts/Creature';
import { PartMark } from './PartMark';
import { PlayerMenu } from './PlayerMenu';
import { openerId } from './PlayerRow';
import { occupationWords, ownTimeWords, progressWords } from './status';
import { Working } from './Working';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './PlayerDrawer.module.css';

interface PlayerDrawerProps {
  readonly id: string;
  readonly person: PublicPlayer;
  readonly row: HostRow;
  readonly view: PublicView;
  readonly session: SessionView;
  readonly onCommand: (command: HostCommand) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Drawer of one player: answers, mistakes and commands, for which a line has no room. Escape closes it, and the focus goes back to the line. */
export function PlayerDrawer(props: PlayerDrawerProps) {
  const { id, person, row, view, session, onCommand, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const close = (): void => {
    onClose();
    const opener = document.getElementById(openerId(id));
    if (opener) opener.focus();
    else focusMain();
  };
  return (
    <section
      class={cx(shared.card, styles.drawer)}
      role="dialog"
      aria-labelledby="drawer-name"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div class={styles.head}>
        <h2 id="drawer-name" ref={heading} tabIndex={-1}>
          {person.name}
        </h2>
        <button
          type="button"
          class={cx(shared.button, shared.buttonSmall)}
          aria-label={t('hostConsole.drawer.close')}
          onClick={close}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <p class={styles.facts}>{factsOf(props).join(' · ')}</p>
      {row.parts.length > 0 && (
        <p class={styles.parts}>
          {row.parts.map((part) => (
            <PartMark key={part.part} part={part} />
          ))}
        </p>
      )}
      <MistakesMade row={row} />
      <Working row={row} view={view} />
      <PlayerMenu {...{ id, person, row, view, session, onCommand }} />
    </section>
  );
}

/** Facts of the line, in words. */
function factsOf({ person, row, session }: PlayerDrawerProps): string[] {
  const isAlone = session.settings.pacing === 'self';
  const time = ownTimeWords(row);
  return [
    person.run !== null && !isAlone && t('host.teamCaption', { team: person.run }),
    row.unit !== null && t('hostConsole.drawer.unit', { unit: row.unit }),
    isAlone && progressWords(row, session.settings.rounds),
    t(person.present ? 'host.here' : 'host.away'),
    occupationWords(row),
    time !== '' && t('people.time', { factor: time }),
    t('hostConsole.drawer.score', { score: writtenPoints(row.score) }),
  ].filter((text) => text !== false && text !== null);
}

/** Mistakes that were recognised, and those that cannot be told from a right answer. */
function MistakesMade({ row: { mistakes, inseparable } }: { readonly row: HostRow }) {
  return (
    <>
      {mistakes.map((ids) => (
        <p key={ids[0]} class={styles.mistake}>
          <Creature id={ids[0]} /> <b>{eitherName(ids)}</b>
        </p>
      ))}
      {inseparable.length > 0 && (
        <details class={styles.inseparable}>
          <summary>{t('host.inseparable', { count: inseparable.length })}</summary>
          {inseparable.map(mistakeName).join(' · ')}
        </details>
      )}
    </>
  );
}
