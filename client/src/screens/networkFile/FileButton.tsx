import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './FileButton.module.css';

interface FileButtonProps {
  readonly onOpen: (input: HTMLInputElement) => Promise<void>;
}

/** Button that opens a network file; `FileProblems` lists its problems. */
export function FileButton({ onOpen }: FileButtonProps) {
  return (
    <label class={cx(shared.button, styles.fileButton)}>
      <span aria-hidden="true">{t('host.openFile')}</span>
      <input
        type="file"
        class={cx('visually-hidden', styles.fileInput)}
        accept=".json,application/json"
        aria-label={t('host.networkFile')}
        aria-describedby="file-problem"
        onChange={(event) => void onOpen(event.currentTarget)}
      />
      <span class={styles.fileRing} aria-hidden="true" />
    </label>
  );
}
