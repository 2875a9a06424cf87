import { t } from '../../../strings/language';
import type { AskProps } from './ask';

/** Nothing but the network and ◆: one line. */
export function SoleForm({ entry }: AskProps) {
  return (
    <div class="formula">
      <p class="hint">{t('asks.alone')}</p>
      <div class="lines">
        {entry(
          'G',
          <span class="diamond sole-diamond" aria-hidden="true">
            ◆
          </span>,
        )}
      </div>
    </div>
  );
}
