import type { PublicView, RunView } from '@relay/shared/referee/view';
import { atWorkWords, correctedWords } from '../../describe/way';
import { t } from '../../strings/language';
import { atWork } from '../../view/way';
import { CheckIcon } from '../parts/icons';

/** More rows cannot be read from the last row of a class. */
const MOST = 8;

interface Row {
  readonly key: string;
  readonly name: string;
  readonly who: string;
  readonly ready: string;
  readonly corrected: string;
}

function rowOf(view: PublicView, run: RunView, lane: number, hasTeams: boolean): Row[] {
  const seen = view.lanes[`${run.id}/${lane}`];
  const network = view.networks[run.id];
  if (!seen || !network) return [];
  const work = atWork(view, run.id, lane);
  const words = work && atWorkWords(network, work);
  const team = t('host.teamCaption', { team: run.id });
  const only = run.lanes === 1 ? team : t('relay.projector.teamLane', { team, lane: lane + 1 });
  return [
    {
      key: `${run.id}/${lane}`,
      name: hasTeams ? only : t('relay.projector.lane', { lane: lane + 1 }),
      who: words?.who ?? t('relay.projector.home'),
      ready: words?.ready ?? '',
      corrected: correctedWords(run, seen),
    },
  ];
}

/** Teams by their letters, however their news came in. */
const inOrder = ({ runs }: PublicView): RunView[] =>
  Object.values(runs).sort((a, b) => a.id.length - b.id.length || a.id.localeCompare(b.id));

/** Rows that still have room for whole sentences. */
const FEW = 3;

/** Where layers take turns: who is at work in each lane, how many of them are in, and what was put right. Nobody's name. */
export function Lanes({ view }: { readonly view: PublicView }) {
  const runs = inOrder(view);
  const rows = runs.flatMap((run) =>
    Array.from({ length: run.lanes }, (_, lane) => rowOf(view, run, lane, runs.length > 1)).flat(),
  );
  if (rows.length === 0) return null;
  const isForward = runs[0]!.phase === 'forward';
  return (
    <section class={`card big-lanes ${rows.length > FEW ? 'is-crowd' : ''}`}>
      <h2>{t(isForward ? 'relay.projector.numbers' : 'relay.projector.lanes')}</h2>
      <ul>
        {rows.slice(0, MOST).map(({ key, name, who, ready, corrected }) => (
          <li key={key}>
            <b>{name}</b>
            <span>
              {ready === '' && <CheckIcon />}
              {who}
            </span>
            <span class="digits muted">{ready}</span>
            {corrected !== '' && <span class="tag-corrected">{corrected}</span>}
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p class="muted">{t('relay.projector.more', { count: rows.length - MOST })}</p>}
    </section>
  );
}

/** Lanes that came home without a miss, from the reveal on. */
export function CleanLanes({ view }: { readonly view: PublicView }) {
  const runs = inOrder(view);
  const names = runs.flatMap((run) =>
    Array.from({ length: run.lanes }, (_, lane) => lane)
      .filter((lane) => view.lanes[`${run.id}/${lane}`]?.clean)
      .flatMap((lane) => rowOf(view, run, lane, runs.length > 1).map(({ name }) => name)),
  );
  if (names.length === 0) return null;
  return (
    <p class="card big-clean" data-testid="clean-lanes">
      <b>{t('relay.clean.heading')}</b>{' '}
      {names.length > MOST ? t('relay.projector.cleanMany', { count: names.length }) : names.join(' · ')}
    </p>
  );
}
