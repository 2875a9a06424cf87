import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './FileButton.module.css';

interface FileButtonProps {
  readonly label: string;
  /** Name for those who do not see what stands beside the button. */
  readonly name: string;
  /** Id of the problems, which `FileProblems` lists. */
  readonly problemsId: string;
  readonly isSmall?: boolean;
  readonly onOpen: (input: HTMLInputElement) => Promise<void>;
}

/** Button that opens a file of JSON text. */
export function FileButton({ label, name, problemsId, isSmall = false, onOpen }: FileButtonProps) {
  return (
    <label class={cx(shared.button, isSmall && shared.buttonSmall, styles.fileButton)}>
      <span aria-hidden="true">{label}</span>
      <input
        type="file"
        class={cx('visually-hidden', styles.fileInput)}
        accept=".json,application/json"
        aria-label={name}
        aria-describedby={problemsId}
        onChange={(event) => void onOpen(event.currentTarget)}
      />
      <span class={styles.fileRing} aria-hidden="true" />
    </label>
  );
}
