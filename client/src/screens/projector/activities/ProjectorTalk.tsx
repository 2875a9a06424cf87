import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import { Character } from '../../parts/Character';
import projectorStyles from '../Projector.module.css';
import sheetStyles from './ProjectorExitTicket.module.css';

/** Projector while the teacher speaks: nothing that draws the eyes away. */
export function ProjectorTalk() {
  return (
    <main class={sheetStyles.bigSheet}>
      <h1>{t('activities.talk.wall')}</h1>
      <div class={cx(sheetStyles.bigFigures, sheetStyles.isFew)} aria-hidden="true">
        {(['hidden', 'output', 'hidden'] as const).map((kind, i) => (
          <Character key={i} kind={kind} mood="idle" class={sheetStyles.bigUnit} />
        ))}
      </div>
      <p class={projectorStyles.bigLead}>{t('activities.talk.wallText')}</p>
    </main>
  );
}
