import { type Report, tablesIn } from '@relay/shared/report/report';
import type { Table } from '@relay/shared/report/table';
import { type ReportNames, tableTitle, writtenTable } from '@relay/shared/report/written';
import { useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import { notePartMissing } from '../missingPart';
import shared from '../parts/shared.module.css';
import { saveFile } from './saveFile';
import styles from './Report.module.css';

const CSV = 'text/csv;charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Saved =
  | { readonly state: 'none' | 'making' | 'failed' }
  | { readonly state: 'done'; readonly file: string };

/** Saves a file whose writer is loaded first. */
function useSaving() {
  const [saved, setSaved] = useState<Saved>({ state: 'none' });
  const save = async (file: string, type: string, write: () => Promise<BlobPart>): Promise<void> => {
    setSaved({ state: 'making' });
    try {
      setSaved(saveFile(file, await write(), type) ? { state: 'done', file } : { state: 'failed' });
    } catch (reason) {
      setSaved({ state: 'none' });
      notePartMissing(reason);
    }
  };
  return { saved, save };
}

function SavedNote({ saved }: { readonly saved: Saved }) {
  const text =
    saved.state === 'none'
      ? ''
      : saved.state === 'done'
        ? t('report.files.done', { file: saved.file })
        : t(`report.files.${saved.state}`);
  return (
    <p class={saved.state === 'failed' ? shared.problem : 'hint'} role="status">
      {text}
    </p>
  );
}

interface FilesProps {
  readonly names: ReportNames;
  readonly code: string;
}

const writeCsv = async (table: Table, names: ReportNames): Promise<string> =>
  (await import('@relay/shared/report/csv')).csvOf(writtenTable(table, names));

/** Buttons that save all tables, and the gradebook. */
export function ReportFiles({ report, names, code }: FilesProps & { readonly report: Report }) {
  const { saved, save } = useSaving();
  const writeXlsx = async () => {
    const { xlsxOf } = await import('@relay/shared/report/xlsx');
    return xlsxOf([...tablesIn(report), report.gradebook].map((table) => writtenTable(table, names)));
  };
  return (
    <section class={cx(styles.section, styles.screenOnly)}>
      <h2>{t('report.files.heading')}</h2>
      <div class={styles.tools}>
        <button
          type="button"
          class={cx(shared.button, shared.buttonFirst)}
          onClick={() => void save(`report-${code}.xlsx`, XLSX, writeXlsx)}
        >
          {t('report.files.xlsx')}
        </button>
        <button
          type="button"
          class={shared.button}
          onClick={() => void save(`gradebook-${code}.csv`, CSV, () => writeCsv(report.gradebook, names))}
        >
          {t('report.files.gradebook')}
        </button>
      </div>
      <SavedNote saved={saved} />
      <p class="hint">{t('report.files.text')}</p>
    </section>
  );
}

/** Button that saves one table. */
export function CsvButton({ table, names, code }: FilesProps & { readonly table: Table }) {
  const { saved, save } = useSaving();
  return (
    <div class={styles.screenOnly}>
      <button
        type="button"
        class={cx(shared.button, shared.buttonSmall)}
        aria-label={`${t('report.files.csv')} ${tableTitle(table.id, names.language)}`}
        onClick={() => void save(`${table.id}-${code}.csv`, CSV, () => writeCsv(table, names))}
      >
        {t('report.files.csv')}
      </button>
      <SavedNote saved={saved} />
    </div>
  );
}
