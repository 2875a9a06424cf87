import { isPlacesPart, partKind, partUnit } from '@relay/shared/question/part';
import type { HostRow } from '@relay/shared/referee/view';
import { partName } from '../../../describe/verdict';
import { t } from '../../../strings/language';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import styles from './PartMark.module.css';

interface PartMarkProps {
  readonly part: HostRow['parts'][number];
}

/** State of a part as a chip shows it. */
export const partState = ({ right, tries }: PartMarkProps['part']): 'right' | 'wrong' | 'open' =>
  right ? 'right' : tries > 0 ? 'wrong' : 'open';

/** Mark for one part of a player's question, by sign and shape: right, wrong after a number of tries, or open. */
export function PartMark({ part: one }: PartMarkProps) {
  const { part, tries, raw } = one;
  const name = partName(part);
  const state = partState(one);
  return (
    <span class={styles.partMark} data-state={state} title={isPlacesPart(part) ? name : raw || name}>
      {state === 'right' && <CheckIcon />}
      {state === 'wrong' && <AlertIcon />}
      <span aria-hidden="true" class={styles.sign}>
        {t(`play.short.${partKind(part)}`, { unit: partUnit(part) ?? '' })}
        {state === 'wrong' && ` ${tries}`}
      </span>
      <span class="visually-hidden">{t(`host.part.${state}`, { part: name, tries })}</span>
    </span>
  );
}
