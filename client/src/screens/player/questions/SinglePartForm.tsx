import { t } from '../../../strings/language';
import type { QuestionFormProps } from './questionForm';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';

/** Form of the help level "blank": one line, with only the network and ◆ given. */
export function SinglePartForm({ entry }: QuestionFormProps) {
  return (
    <div class={askStyles.formula}>
      <p class="hint">{t('questions.alone')}</p>
      <div class={askStyles.lines}>
        {entry(
          'G',
          <span class={cx(symbols.diamond, symbols.soleDiamond)} aria-hidden="true">
            ◆
          </span>,
        )}
      </div>
    </div>
  );
}
