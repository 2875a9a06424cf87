import { partKind, partUnit } from '@relay/shared/question/question';
import type { HostRow, PublicView } from '@relay/shared/referee/view';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { partName } from '../../describe/verdict';
import { t } from '../../strings/language';
import { writtenPoints } from '../../view/written';
import { AlertIcon, CheckIcon } from '../parts/icons';
import { Working } from './Working';

interface PlayersProps {
  readonly rows: Readonly<Record<string, HostRow>>;
  readonly view: PublicView | null;
  readonly hasTeams: boolean;
}

type RowPart = HostRow['parts'][number];

/** Who needs help stands on top: away, then most tries without success. */
function need(row: HostRow | undefined): number {
  if (!row) return 0;
  const tries = row.parts.filter(({ right }) => !right).reduce((sum, { tries: used }) => sum + used, 0);
  return tries;
}

export function Players({ rows, view, hasTeams }: PlayersProps) {
  const [opened, open] = useState<string | null>(null);
  const people = Object.entries(view?.players ?? {})
    .map(([id, person]) => ({ id, person, row: rows[id] }))
    .sort((a, b) => need(b.row) - need(a.row) || a.person.name.localeCompare(b.person.name));
  if (people.length === 0) return <p class="card console-empty">{t('host.nobody')}</p>;
  return (
    <div class="card table-frame">
      <table class="people">
        <caption class="unseen">{t('host.students')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('host.column.name')}</th>
            {hasTeams && <th scope="col">{t('host.column.team')}</th>}
            <th scope="col">{t('host.column.unit')}</th>
            <th scope="col">{t('host.column.parts')}</th>
            <th scope="col">{t('host.column.mistake')}</th>
            <th scope="col">{t('host.column.connection')}</th>
            <th scope="col" class="number">
              {t('host.column.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, person, row }) => (
            <Fragment key={id}>
              <tr class={person.present ? '' : 'is-away'}>
                <th scope="row">{person.name}</th>
                {hasTeams && <td>{person.run ?? '–'}</td>}
                <td class="unit-cell">{row?.unit ?? '–'}</td>
                <td>
                  <span class="parts">
                    {(row?.parts ?? []).map((part) => (
                      <PartMark key={part.part} part={part} />
                    ))}
                    {row?.question && (
                      <button
                        type="button"
                        class="button button-small"
                        aria-expanded={opened === id}
                        aria-label={t('host.workingOf', { name: person.name })}
                        onClick={() => open(opened === id ? null : id)}
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
              </tr>
              {opened === id && row && view && (
                <tr>
                  <td colSpan={hasTeams ? 7 : 6}>
                    <Working row={row} view={view} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PartMark({ part: { part, right, tries, raw } }: { readonly part: RowPart }) {
  const name = partName(part);
  const state = right ? 'right' : tries > 0 ? 'wrong' : 'open';
  return (
    <span class={`part-mark is-${state}`} title={part === 'places' ? name : raw || name}>
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
