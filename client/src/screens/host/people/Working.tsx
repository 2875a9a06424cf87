import type { HostRow, PublicView } from '@relay/shared/referee/view';
import { givenNumbers } from '../../../describe/receipt';
import { ownWords, partName } from '../../../describe/verdict';
import { roundFacts } from '../../../picture/roundFacts';
import { Receipt } from '../../parts/Receipt';
import styles from './Working.module.css';

/** Answers of one player beside the right working. For the host only: shown before the reveal. */
export function Working({ row, view }: { readonly row: HostRow; readonly view: PublicView }) {
  const facts = row.run === null || row.lane === null ? null : roundFacts(view, row.run, row.lane);
  if (!facts || !row.question) return null;
  const answered = row.parts.filter(({ raw }) => raw !== '');
  return (
    <div class={styles.hostWorking}>
      {answered.map(({ part, raw }) => (
        <p key={part}>
          <b>{partName(part)}</b> <span class="digits">{ownWords(part, raw)}</span>
        </p>
      ))}
      <Receipt question={row.question} facts={facts} answers={givenNumbers(answered)} />
    </div>
  );
}
