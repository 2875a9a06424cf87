import { progressWords } from '../../../describe/together';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import type { Activity } from '../../../view/together';
import { Character } from '../../parts/Character';
import { TrialPage } from './TrialPage';
import { VotePage } from './VotePage';

interface TogetherProps {
  readonly table: Table;
  readonly activity: Activity;
}

/** What everyone is asked between two rounds. Who was not there when the sheets were given out has none. */
export function Together({ table, activity }: TogetherProps) {
  if (activity.type === 'vote') return <VotePage table={table} vote={activity} />;
  if (activity.type === 'trial') return <TrialPage table={table} trial={activity} />;
  const { view } = table.state.value;
  return (
    <main class="quiet waiting">
      <Character kind="hidden" class="waiting-figure" />
      <h1>{t('together.sheet.without')}</h1>
      {view && <p class="digits">{progressWords(view, activity)}</p>}
    </main>
  );
}
