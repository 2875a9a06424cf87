import type { PlanFile } from '@relay/shared/referee/plan/planFile';
import { readPlanFile } from '@relay/shared/referee/plan/readPlanFile';
import { faultSentence } from '@relay/shared/network/text/faultSentence';
import { useState } from 'preact/hooks';
import { language, t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import { saveText } from '../../parts/clipboard';
import shared from '../../parts/shared.module.css';
import { type OpenedFile, openNetworkFile } from '../../networkFile/openNetworkFile';
import fileButtonStyles from '../../networkFile/FileButton.module.css';
import styles from './PlanEditor.module.css';

interface PlanFileButtonsProps {
  readonly plan: PlanFile;
  readonly onOpen: (plan: PlanFile) => void;
}

/** Buttons that open a plan file and save the present one. A file with problems leaves the plan as it is. */
export function PlanFileButtons({ plan, onOpen }: PlanFileButtonsProps) {
  const [refused, setRefused] = useState<OpenedFile | null>(null);
  const open = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const opened = await openNetworkFile(file);
    input.value = '';
    const read = opened.fault === null ? readPlanFile(opened.value, language()) : null;
    setRefused(read?.ok ? null : opened);
    if (read?.ok) onOpen(read.plan);
  };
  return (
    <>
      <div class={styles.fieldButtons}>
        <label class={cx(shared.button, shared.buttonSmall, fileButtonStyles.fileButton)}>
          <span aria-hidden="true">{t('plan.editor.open')}</span>
          <input
            type="file"
            class={cx('visually-hidden', fileButtonStyles.fileInput)}
            accept=".json,application/json"
            aria-label={t('plan.editor.open')}
            aria-describedby="plan-file-problem"
            onChange={(event) => void open(event.currentTarget)}
          />
          <span class={fileButtonStyles.fileRing} aria-hidden="true" />
        </label>
        <button
          type="button"
          class={cx(shared.button, shared.buttonSmall)}
          onClick={() =>
            saveText(`${plan.name}.json`, `${JSON.stringify(plan, null, 2)}\n`, 'application/json')
          }
        >
          {t('plan.editor.save')}
        </button>
      </div>
      <div id="plan-file-problem" class={shared.problem} role="alert">
        {refused && <Refused opened={refused} />}
      </div>
    </>
  );
}

/** Reason why a file was refused, with each place. */
function Refused({ opened }: { readonly opened: OpenedFile }) {
  if (opened.fault !== null) return <p>{faultSentence(opened.fault, opened.name, language())}</p>;
  const read = readPlanFile(opened.value, language());
  const problems = read.ok ? [] : read.problems;
  return (
    <>
      <p>{t('plan.editor.fileProblems', { file: opened.name, count: problems.length })}</p>
      <ul>
        {problems.slice(0, PROBLEMS_SHOWN).map(({ path, expected }) => (
          <li key={path}>
            <b>{path === '' ? t('host.file.whole') : path}</b> {expected}
          </li>
        ))}
      </ul>
    </>
  );
}

const PROBLEMS_SHOWN = 50;
