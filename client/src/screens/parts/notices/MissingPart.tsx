import { useState } from 'preact/hooks';
import { language } from '../../../strings/language';
import { MISSING_PART_WORDS } from '../../../strings/missingPart';
import { isPartMissing } from '../../missingPart';
import { cx } from '../../../styles/cx';
import shared from '../shared.module.css';
import styles from './Notices.module.css';

/** Reloads the page when its server answers: a reload without one would leave nothing on the screen. */
async function reloadIfServed(): Promise<boolean> {
  const isServed = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  if (isServed) location.reload();
  return isServed;
}

/** Says that a part of the page could not be loaded, and offers to try again. */
export function MissingPart() {
  const [isAway, setAway] = useState(false);
  if (!isPartMissing.value) return null;
  const { sentence, again, stillAway } = MISSING_PART_WORDS[language()];
  return (
    <div class={cx(styles.notice, styles.noticeWithButton)} role="alert" data-testid="missing-part">
      <p>
        {sentence} {isAway && stillAway}
      </p>
      <button
        type="button"
        class={cx(shared.button, shared.buttonSmall)}
        onClick={() => void reloadIfServed().then((isServed) => setAway(!isServed))}
      >
        {again}
      </button>
    </div>
  );
}
