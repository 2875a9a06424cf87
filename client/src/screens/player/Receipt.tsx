import { unitByName } from '@relay/shared/maths/unit';
import { type GivenAnswer, receiptOf } from '@relay/shared/receipt/receipt';
import type { Sheet } from '@relay/shared/receipt/sheet';
import { situationOf } from '@relay/shared/question/situation';
import type { PlayerView } from '@relay/shared/referee/view';
import { RECEIPT_WORDS } from '@relay/shared/strings/receipt';
import { useMemo } from 'preact/hooks';
import { partName } from '../../describe/verdict';
import { language, t } from '../../strings/language';
import type { RoundFacts } from '../../view/roundFacts';
import { written } from '../../view/written';
import { say } from '../announcer';
import { copyText, saveText } from '../parts/handOver';

type Seat = NonNullable<PlayerView['seat']>;

/** The numbers that a player gave, newest of each part. */
function answersOf(seat: Seat): GivenAnswer[] {
  return seat.parts.flatMap((part) => {
    const verdict = seat.answers[part]?.verdict;
    const value = verdict && 'read' in verdict ? verdict.read : null;
    return value === null ? [] : [{ part, name: partName(part), value }];
  });
}

function sheetOf(seat: Seat, facts: RoundFacts): Sheet {
  const question = {
    kind: seat.kind,
    unit: unitByName(facts.network, seat.unit)!,
    edge: seat.edge,
    sample: facts.lane.sample,
    parts: seat.parts,
    given: seat.given,
  };
  return receiptOf(situationOf(facts.network, facts.sample), question, answersOf(seat), language());
}

/** The right working of the own question, line by line, to be read or taken along as a spreadsheet that computes it. */
export function Receipt({ seat, facts }: { readonly seat: Seat; readonly facts: RoundFacts }) {
  const sheet = useMemo(() => sheetOf(seat, facts), [seat, facts.network, language()]);
  const { what, value, here } = RECEIPT_WORDS[language()];
  const heads = [what, value, here] as const;
  const copy = (): void => {
    say(t(copyText(sheet.text(heads, '\t')) ? 'receipt.copied' : 'receipt.notCopied'));
  };
  return (
    <details class="receipt">
      <summary>{t('receipt.heading')}</summary>
      <div class="table-frame">
        <table>
          <tbody>
            {sheet.rows.map((row, i) => (
              <tr key={i} class={row.formula === null ? 'is-given' : ''}>
                <th scope="row">{row.label}</th>
                <td class="digits receipt-formula">{row.written}</td>
                <td class="digits number">{written(row.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{t('receipt.hint')}</p>
      <div class="receipt-actions">
        <button type="button" class="button button-small" onClick={copy}>
          {t('receipt.copy')}
        </button>
        <button
          type="button"
          class="button button-small"
          // Spreadsheets take a file for UTF-8 by its byte order mark.
          onClick={() => saveText(`${seat.unit}.csv`, `\uFEFF${sheet.text(heads, ',')}`)}
        >
          {t('receipt.save')}
        </button>
      </div>
    </details>
  );
}
