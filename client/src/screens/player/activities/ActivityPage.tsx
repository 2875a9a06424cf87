import { progressWords } from '../../../describe/activities';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import type { Activity } from '../../../picture/activities/activity';
import { Character } from '../../parts/Character';
import { Round } from '../Round';
import { TalkPage } from './TalkPage';
import { TrialPage } from './TrialPage';
import { useExtraQuestion } from './useExtraQuestion';
import { VotePage } from './VotePage';
import { cx } from '../../../styles/cx';
import pages from '../../parts/pages.module.css';
import waitingStyles from '../Waiting.module.css';

interface TogetherProps {
  readonly table: Table;
  readonly activity: Activity;
}

/** Page of an activity between rounds. A player who joined after exit tickets were given out has none. */
export function ActivityPage({ table, activity }: TogetherProps) {
  const extra = useExtraQuestion(table);
  // An extra question is asked and answered as in a round.
  if (extra.isOn && !activity.closed) return <Round table={table} phase="backward" onAside={extra.leave} />;
  if (activity.type === 'talk') return <TalkPage />;
  if (activity.type === 'vote') return <VotePage table={table} vote={activity} extra={extra.offer} />;
  if (activity.type === 'trial') return <TrialPage table={table} trial={activity} extra={extra.offer} />;
  const { view } = table.state.value;
  return (
    <main class={cx(pages.connecting, waitingStyles.waiting)}>
      <Character kind="hidden" class={waitingStyles.waitingFigure} />
      <h1>{t('activities.exitTicket.without')}</h1>
      {view && <p class="digits">{progressWords(view, activity)}</p>}
      {extra.offer}
    </main>
  );
}
