import { isPlacesPart, partKind, partUnit } from '@relay/shared/question/part';
import type { HostCommand } from '@relay/shared/referee/command';
import type { HostRow, PublicPlayer, PublicView, SessionView } from '@relay/shared/referee/view';
import { useRef, useState } from 'preact/hooks';
import { partName } from '../../../describe/verdict';
import { t } from '../../../strings/language';
import { writtenPoints } from '../../../view/written';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import { ruleValue } from '../rules/ruleWords';
import type { Need } from './need';
import { PlayerMenu } from './PlayerMenu';
import type { Columns } from './Players';
import { Working } from './Working';

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

/** One player: where it sits, how it is doing, what it has handed in; what can be done with it unfolds below. */
export function PlayerRow(props: PlayerRowProps) {
  const { id, person, row, need, silentMs, view, session, columns, onCommand } = props;
  const { hasTeams, isAlone } = columns;
  const [unfolded, unfold] = useState<Unfolded>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const width = 7 + Number(hasTeams) + Number(isAlone);
  const toggle = (what: Unfolded): void => unfold(unfolded === what ? null : what);
  return (
    <>
      <tr class={`${person.present ? '' : 'is-away'} ${need ? 'needs-help' : ''}`}>
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
        <td class="unit-cell">{row?.unit ?? '–'}</td>
        <td>
          <span class="parts">
            {(row?.parts ?? []).map((part) => (
              <PartMark key={part.part} part={part} />
            ))}
            {row?.question && !isAlone && (
              <button
                type="button"
                class="button button-small"
                aria-expanded={unfolded === 'working'}
                aria-label={t('host.workingOf', { name: person.name })}
                onClick={() => toggle('working')}
              >
                {t('host.working')}
              </button>
            )}
          </span>
        </td>
        <td class="mistake-cell">
          {row?.mistake && t(`mistakes.${row.mistake}.name`)}
          {row && row.inseparable.length > 0 && (
            <details class="inseparable">
              <summary>{t('host.inseparable', { count: row.inseparable.length })}</summary>
              {row.inseparable.map((mistake) => t(`mistakes.${mistake}.name`)).join(' · ')}
            </details>
          )}
        </td>
        <td class="here-cell">{person.present ? t('host.here') : <b>{t('host.away')}</b>}</td>
        <td class="number digits">{writtenPoints(row?.score ?? 0)}</td>
        <td>
          <button
            ref={opener}
            type="button"
            class="button button-small"
            aria-expanded={unfolded === 'menu'}
            aria-label={t('people.menu', { name: person.name })}
            onClick={() => toggle('menu')}
          >
            <span aria-hidden="true">⋯</span>
          </button>
        </td>
      </tr>
      {unfolded === 'working' && row && (
        <tr>
          <td colSpan={width}>
            <Working row={row} view={view} />
          </td>
        </tr>
      )}
      {unfolded === 'menu' && row && (
        <tr>
          <td colSpan={width}>
            <PlayerMenu
              id={id}
              person={person}
              row={row}
              view={view}
              session={session}
              onCommand={onCommand}
              onClose={() => {
                unfold(null);
                opener.current?.focus();
              }}
            />
          </td>
        </tr>
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
        <span key={text} class="badge">
          {text}
        </span>
      ))}
    </>
  );
}

/** How far somebody is who works alone. */
function Progress({ row, rounds }: { readonly row: HostRow | undefined; readonly rounds: number | null }) {
  const own = row?.own;
  if (!row || !own) return <>{t('people.progress.none')}</>;
  return (
    <span class="progress digits">
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

function PartMark({ part: { part, right, tries, raw } }: { readonly part: HostRow['parts'][number] }) {
  const name = partName(part);
  const state = right ? 'right' : tries > 0 ? 'wrong' : 'open';
  return (
    <span class={`part-mark is-${state}`} title={isPlacesPart(part) ? name : raw || name}>
      {state === 'right' && <CheckIcon />}
      {state === 'wrong' && <AlertIcon />}
      <span aria-hidden="true">
        {t(`play.short.${partKind(part)}`, { unit: partUnit(part) ?? '' })}
        {state === 'wrong' && ` ${tries}`}
      </span>
      <span class="unseen">{t(`host.part.${state}`, { part: name, tries })}</span>
    </span>
  );
}
