import { unitName } from '@relay/shared/maths/unit';
import { type GivenAnswer, receiptOf } from '@relay/shared/receipt/receipt';
import type { Question } from '@relay/shared/question/question';
import { situationOf } from '@relay/shared/question/situation';
import { RECEIPT_WORDS } from '@relay/shared/strings/receipt';
import { useMemo } from 'preact/hooks';
import { language, t } from '../../strings/language';
import type { RoundFacts } from '../../picture/roundFacts';
import { written } from '../../picture/numbers/written';
import { say } from '../announcer';
import { copyText, saveText } from './clipboard';
import { cx } from '../../styles/cx';
import shared from './shared.module.css';
import styles from './Receipt.module.css';

interface ReceiptProps {
  readonly question: Question;
  /** Network and sample at the time of the question. */
  readonly facts: RoundFacts;
  /** Numbers that the player gave. */
  readonly answers: readonly GivenAnswer[];
}

/** Right working of a question, line by line, to read or to take along as a spreadsheet that computes it. */
export function Receipt({ question, facts, answers }: ReceiptProps) {
  const { network, sample } = facts;
  const { spreadsheet } = useMemo(
    () => receiptOf(situationOf(network, sample), question, answers, language()),
    [question, network, sample, answers, language()],
  );
  const { what, value, here } = RECEIPT_WORDS[language()];
  const heads = [what, value, here] as const;
  const copy = (): void => {
    say(t(copyText(spreadsheet.text(heads, '\t')) ? 'receipt.copied' : 'receipt.notCopied'));
  };
  return (
    <details class={styles.receipt}>
      <summary>{t('receipt.heading')}</summary>
      <div class={styles.receiptFrame}>
        <table>
          <tbody>
            {spreadsheet.rows.map((row, i) => (
              <tr key={i} class={cx(row.formula === null && styles.isGiven)}>
                <th scope="row">{row.label}</th>
                <td class={cx('digits', styles.receiptFormula)}>{row.written}</td>
                <td class={cx('digits', styles.number)}>{written(row.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{t('receipt.hint')}</p>
      <div class={styles.receiptActions}>
        <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={copy}>
          {t('receipt.copy')}
        </button>
        <button
          type="button"
          class={cx(shared.button, shared.buttonSmall)}
          // Spreadsheets recognise UTF-8 by the byte order mark.
          onClick={() =>
            saveText(`${unitName(network, question.unit)}.csv`, `\uFEFF${spreadsheet.text(heads, ',')}`)
          }
        >
          {t('receipt.save')}
        </button>
      </div>
    </details>
  );
}
