import type { HostCommand } from '@relay/shared/referee/command';
import type { HostRow, PublicPlayer, PublicView, SessionView } from '@relay/shared/referee/view';
import { useRef, useState } from 'preact/hooks';
import { eitherName, mistakeName } from '../../../describe/mistakes';
import { t } from '../../../strings/language';
import { writtenPoints } from '../../../picture/numbers/written';
import { ruleValue } from '../rules/ruleWords';
import type { Need } from './need';
import { PartMark } from './PartMark';
import { PlayerMenu } from './PlayerMenu';
import { Working } from './Working';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import playersStyles from './Players.module.css';
import styles from './PlayerRow.module.css';

export interface Columns {
  readonly hasTeams: boolean;
  readonly isAlone: boolean;
}

interface PlayerRowProps {
  readonly id: string;
  readonly person: PublicPlayer;
  readonly row: HostRow | undefined;
  readonly need: Need;
  readonly silentMs: number;
  readonly view: PublicView;
  readonly session: SessionView;
  readonly columns: Columns;
  readonly onCommand: (command: HostCommand) => Promise<boolean>;
}

type Unfolded = 'working' | 'menu' | null;

/** Row of one player: seat, status and answers; the menu of commands unfolds below. */
export function PlayerRow(props: PlayerRowProps) {
  const { id, person, row, need, silentMs, view, session, columns, onCommand } = props;
  const { hasTeams, isAlone } = columns;
  const [unfolded, unfold] = useState<Unfolded>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const toggle = (what: Unfolded): void => unfold(unfolded === what ? null : what);
  const close = (): void => {
    unfold(null);
    opener.current?.focus();
  };
  return (
    <>
      <tr class={cx(!person.present && playersStyles.isAway, need ? styles.needsHelp : null)}>
        <th scope="row">
          {person.name}
          <Badges row={row} need={need} silentMs={silentMs} />
        </th>
        {hasTeams && <td>{person.run ?? '–'}</td>}
        {isAlone && (
          <td>
            <Progress row={row} rounds={session.settings.rounds} />
          </td>
        )}
        <AnswerCells
          name={person.name}
          row={row}
          isOpen={unfolded === 'working'}
          onToggle={isAlone ? null : () => toggle('working')}
        />
        <td class={styles.hereCell}>{person.present ? t('host.here') : <b>{t('host.away')}</b>}</td>
        <td class={cx(playersStyles.number, 'digits')}>{writtenPoints(row?.score ?? 0)}</td>
        <td>
          <button
            ref={opener}
            type="button"
            class={cx(shared.button, shared.buttonSmall)}
            aria-expanded={unfolded === 'menu'}
            aria-label={t('people.menu', { name: person.name })}
            onClick={() => toggle('menu')}
          >
            <span aria-hidden="true">⋯</span>
          </button>
        </td>
      </tr>
      {unfolded !== null && row && (
        <tr>
          <td colSpan={BASIC_COLUMNS + Number(hasTeams) + Number(isAlone)}>
            {unfolded === 'working' ? (
              <Working row={row} view={view} />
            ) : (
              <PlayerMenu {...{ id, person, row, view, session, onCommand }} onClose={close} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

/** Columns of the table in every session. */
const BASIC_COLUMNS = 7;

interface AnswerCellsProps {
  readonly name: string;
  readonly row: HostRow | undefined;
  /** True while the working is unfolded below. */
  readonly isOpen: boolean;
  /** Toggles the working; null where there is none. */
  readonly onToggle: (() => void) | null;
}

/** Cells of the question: parts asked, answers sent, mistake recognised. */
function AnswerCells({ name, row, isOpen, onToggle }: AnswerCellsProps) {
  return (
    <>
      <td class={styles.unitCell}>{row?.unit ?? '–'}</td>
      <td>
        <span class={styles.parts}>
          {(row?.parts ?? []).map((part) => (
            <PartMark key={part.part} part={part} />
          ))}
          {row?.question && onToggle && (
            <button
              type="button"
              class={cx(shared.button, shared.buttonSmall)}
              aria-expanded={isOpen}
              aria-label={t('host.workingOf', { name })}
              onClick={onToggle}
            >
              {t('host.working')}
            </button>
          )}
        </span>
      </td>
      <td class={styles.mistakeCell}>{row && <MistakeNames row={row} />}</td>
    </>
  );
}

/** Mistakes that were recognised, and those that cannot be told from a right answer. */
function MistakeNames({ row: { mistakes, inseparable } }: { readonly row: HostRow }) {
  return (
    <>
      {mistakes.map(eitherName).join(' · ')}
      {inseparable.length > 0 && (
        <details class={styles.inseparable}>
          <summary>{t('host.inseparable', { count: inseparable.length })}</summary>
          {inseparable.map(mistakeName).join(' · ')}
        </details>
      )}
    </>
  );
}

function ownTimeWords(factor: HostRow['timeFactor']): string {
  const words = ruleValue('timeFactor', factor);
  return factor === 'untimed' ? words : t('people.time', { factor: words });
}

function Badges({ row, need, silentMs }: Pick<PlayerRowProps, 'row' | 'need' | 'silentMs'>) {
  if (!row) return null;
  const said = [
    need === 'stuck' && t('people.stuck'),
    need === 'silent' && t('people.silent', { seconds: Math.floor(silentMs / 1_000) }),
    row.timeFactor !== 1 && ownTimeWords(row.timeFactor),
    row.waiting && t('people.waiting'),
    row.finishing && t('people.finishing'),
    row.warmsUp && t('warmUp.host'),
  ].filter((text) => text !== false);
  return (
    <>
      {said.map((text) => (
        <span key={text} class={styles.badge} data-testid="badge">
          {text}
        </span>
      ))}
    </>
  );
}

/** Progress of a player in a self-paced run. */
function Progress({ row, rounds }: { readonly row: HostRow | undefined; readonly rounds: number | null }) {
  const own = row?.own;
  if (!row || !own) return <>{t('people.progress.none')}</>;
  return (
    <span class={cx(styles.progress, 'digits')}>
      <b>
        {own.ended
          ? t('people.progress.ended')
          : rounds === null
            ? t('people.progress.open', { round: own.round })
            : t('people.progress.round', { round: own.round, rounds })}
      </b>
      <span>{t('people.atOnce', { count: row.clean })}</span>
      <span>{t('people.slips', { count: row.misses })}</span>
    </span>
  );
}
