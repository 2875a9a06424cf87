import { unitName } from '@relay/shared/maths/unit';
import { type GivenAnswer, receiptOf } from '@relay/shared/receipt/receipt';
import type { Question } from '@relay/shared/question/question';
import { situationOf } from '@relay/shared/question/situation';
import { RECEIPT_WORDS } from '@relay/shared/strings/receipt';
import { useMemo, useState } from 'preact/hooks';
import { language, t } from '../../strings/language';
import type { RoundFacts } from '../../picture/roundFacts';
import { written } from '../../picture/numbers/written';
import { say } from '../announcer';
import { notePartMissing } from '../missingPart';
import { copyText, saveText } from './clipboard';
import { cx } from '../../styles/cx';
import shared from './shared.module.css';
import styles from './Receipt.module.css';

/** Loads the writer of spreadsheets. */
export const loadWriter = () => import('@relay/shared/receipt/spreadsheetText');
type Writer = Awaited<ReturnType<typeof loadWriter>>;

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
  // Loaded before a press: browsers let a page copy only while they handle one.
  const [writer, setWriter] = useState<Writer | null>(null);
  const load = (): void => void loadWriter().then(setWriter, notePartMissing);
  const copy = ({ spreadsheetText }: Writer): void => {
    say(t(copyText(spreadsheetText(spreadsheet, heads, '\t')) ? 'receipt.copied' : 'receipt.notCopied'));
  };
  // Spreadsheets recognise UTF-8 by the byte order mark.
  const save = ({ spreadsheetText }: Writer): void =>
    saveText(`${unitName(network, question.unit)}.csv`, `\uFEFF${spreadsheetText(spreadsheet, heads, ',')}`);
  return (
    <details class={styles.receipt} onToggle={load}>
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
        <button
          type="button"
          class={cx(shared.button, shared.buttonSmall)}
          disabled={!writer}
          onClick={() => writer && copy(writer)}
        >
          {t('receipt.copy')}
        </button>
        <button
          type="button"
          class={cx(shared.button, shared.buttonSmall)}
          disabled={!writer}
          onClick={() => writer && save(writer)}
        >
          {t('receipt.save')}
        </button>
      </div>
    </details>
  );
}
