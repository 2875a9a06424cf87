import { type TimeFactor, TIME_FACTORS } from '@relay/shared/referee/session/settings';
import type { HostCommand } from '@relay/shared/referee/command';
import type { HostRow, PublicPlayer, PublicView, SessionView } from '@relay/shared/referee/view';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { ruleValue } from '../rules/ruleWords';
import { Move } from './Move';
import { SendAway } from './SendAway';
import shared from '../../parts/shared.module.css';
import styles from './PlayerMenu.module.css';

interface PlayerMenuProps {
  readonly id: string;
  readonly person: PublicPlayer;
  readonly row: HostRow;
  readonly view: PublicView;
  readonly session: SessionView;
  /** @returns whether the command was accepted */
  readonly onCommand: (command: HostCommand) => Promise<boolean>;
}

type Done = 'rename' | 'move' | 'time' | null;

/** Commands for one player. */
export function PlayerMenu({ id, person, row, view, session, onCommand }: PlayerMenuProps) {
  const [done, setDone] = useState<Done>(null);
  const act = async (what: Exclude<Done, null>, command: HostCommand): Promise<void> => {
    setDone(null);
    if (await onCommand(command)) setDone(what);
  };
  const canMove = session.stage === 'running' && session.settings.pacing !== 'self';
  return (
    <div class={styles.playerMenu} role="group" aria-label={t('people.menu', { name: person.name })}>
      <Rename
        id={id}
        name={person.name}
        onRename={(name) => act('rename', { type: 'renamePlayer', player: id, name })}
      />
      <OwnTime
        id={id}
        name={person.name}
        factor={row.timeFactor}
        onGive={(factor) => act('time', { type: 'giveTime', player: id, factor })}
      />
      {canMove && (
        <Move
          id={id}
          run={person.run}
          view={view}
          teams={session.runs}
          onMove={(run, unit) => act('move', { type: 'movePlayer', player: id, run, unit })}
        />
      )}
      <SendAway
        name={person.name}
        onRemove={(banned) => onCommand({ type: 'removePlayer', player: id, banned })}
      />
      <p class={styles.menuDone} role="status">
        {done && t(`people.done.${done}`)}
      </p>
    </div>
  );
}

interface OwnTimeProps {
  readonly id: string;
  readonly name: string;
  readonly factor: TimeFactor;
  readonly onGive: (factor: TimeFactor) => Promise<void>;
}

/** Extra time of one player, as a multiple of the class's time. */
function OwnTime({ id, name, factor, onGive }: OwnTimeProps) {
  return (
    <div class={shared.field}>
      <label for={`time-${id}`}>{t('people.timeFor')}</label>
      <select
        id={`time-${id}`}
        class={shared.input}
        value={String(factor)}
        aria-describedby={`time-${id}-text`}
        onChange={({ currentTarget }) => void onGive(TIME_FACTORS[currentTarget.selectedIndex]!)}
      >
        {TIME_FACTORS.map((one) => (
          <option key={one} value={String(one)}>
            {ruleValue('timeFactor', one)}
          </option>
        ))}
      </select>
      <p id={`time-${id}-text`} class="hint">
        {t('people.timeText', { name })}
      </p>
    </div>
  );
}

interface RenameProps {
  readonly id: string;
  readonly name: string;
  readonly onRename: (name: string) => Promise<void>;
}

function Rename({ id, name, onRename }: RenameProps) {
  const [typed, setTyped] = useState(name);
  return (
    <form
      class={shared.field}
      onSubmit={(event) => {
        event.preventDefault();
        void onRename(typed);
      }}
    >
      <label for={`rename-${id}`}>{t('people.rename')}</label>
      <div class={shared.fieldRow}>
        <input
          id={`rename-${id}`}
          class={shared.input}
          autoComplete="off"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class={shared.button}>
          {t('people.renameDo')}
        </button>
      </div>
    </form>
  );
}
