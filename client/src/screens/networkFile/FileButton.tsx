import { t } from '../../strings/language';

interface FileButtonProps {
  readonly onOpen: (input: HTMLInputElement) => Promise<void>;
}

/** Opens a network file; what is wrong with it is said in `FileProblems`. */
export function FileButton({ onOpen }: FileButtonProps) {
  return (
    <label class="button file-button">
      <span aria-hidden="true">{t('host.openFile')}</span>
      <input
        type="file"
        class="unseen file-input"
        accept=".json,application/json"
        aria-label={t('host.networkFile')}
        aria-describedby="file-problem"
        onChange={(event) => void onOpen(event.currentTarget)}
      />
      <span class="file-ring" aria-hidden="true" />
    </label>
  );
}
