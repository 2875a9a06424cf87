import { isPlacesPart, partKind, partUnit } from '@relay/shared/question/part';
import type { HostRow } from '@relay/shared/referee/view';
import { partName } from '../../../describe/verdict';
import { t } from '../../../strings/language';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import styles from './PartMark.module.css';

interface PartMarkProps {
  readonly part: HostRow['parts'][number];
}

/** Mark for one part of a player's question: right, wrong after a number of tries, or open. */
export function PartMark({ part: { part, right, tries, raw } }: PartMarkProps) {
  const name = partName(part);
  const state = right ? 'right' : tries > 0 ? 'wrong' : 'open';
  return (
    <span class={styles.partMark} data-state={state} title={isPlacesPart(part) ? name : raw || name}>
      {state === 'right' && <CheckIcon />}
      {state === 'wrong' && <AlertIcon />}
      <span aria-hidden="true">
        {t(`play.short.${partKind(part)}`, { unit: partUnit(part) ?? '' })}
        {state === 'wrong' && ` ${tries}`}
      </span>
      <span class="visually-hidden">{t(`host.part.${state}`, { part: name, tries })}</span>
    </span>
  );
}
