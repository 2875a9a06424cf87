import type { ClientCommand } from '@relay/shared/protocol';
import type { Example } from '@relay/shared/referee/activities/example';
import { useState } from 'preact/hooks';
import { mistakeName } from '../../describe/mistakes';
import { language, t } from '../../strings/language';
import type { TableState } from '../../table/table';
import type { KeptHost } from '../../table/tokenStore';
import { hrefOf } from '../address';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './OnProjector.module.css';

interface OnProjectorProps {
  readonly state: TableState;
  readonly kept: KeptHost;
  readonly onCommand: (command: ClientCommand) => Promise<boolean>;
}

/** Name of an example, as the console says it. */
const exampleName = ({ topic }: Example): string =>
  topic.type === 'mistake' ? mistakeName(topic.mistake) : t(`hostConsole.example.part.${topic.part}`);

/** Small preview of the projector, and the way to take an example off it. */
export function OnProjector({ state, kept, onCommand }: OnProjectorProps) {
  // A preview draws a second network: only where the host wants it.
  const [isOpen, setOpen] = useState(false);
  const example = state.view?.examples[''];
  const token = state.projectorToken ?? kept.projectorToken;
  return (
    <section class={cx(shared.card, styles.onProjector)} aria-labelledby="on-projector">
      <h2 id="on-projector">{t('hostConsole.projector.heading')}</h2>
      {example && (
        <div class={styles.example}>
          <b data-testid="shown-example">{exampleName(example)}</b>
          <button
            type="button"
            class={cx(shared.button, shared.buttonSmall)}
            onClick={() => void onCommand({ type: 'showExample', topic: null })}
          >
            {t('hostConsole.projector.takeOff')}
          </button>
        </div>
      )}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('hostConsole.projector.preview')}</summary>
        {isOpen && (
          <div class={styles.preview}>
            <iframe
              inert
              title={t('hostConsole.projector.preview')}
              src={hrefOf(`/projector?code=${state.code}&lang=${language()}#${token}`)}
            />
          </div>
        )}
      </details>
    </section>
  );
}
