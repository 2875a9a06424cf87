import type { Problem } from '@relay/shared/network/networkFile';
import type { PlanFile } from '@relay/shared/referee/plan/planFile';
import { readPlanFile } from '@relay/shared/referee/plan/readPlanFile';
import { language, t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import { FileButton } from '../../networkFile/FileButton';
import { FileProblems } from '../../networkFile/FileProblems';
import { useOpenedFile } from '../../networkFile/useOpenedFile';
import { saveText } from '../../parts/clipboard';
import shared from '../../parts/shared.module.css';
import styles from './PlanEditor.module.css';

interface PlanFileButtonsProps {
  readonly plan: PlanFile;
  readonly onOpen: (plan: PlanFile) => void;
}

const PROBLEMS = 'plan-file-problem';

function planIn(value: unknown): PlanFile | null {
  const read = readPlanFile(value);
  return read.ok ? read.plan : null;
}

function problemsOf(value: unknown): readonly Problem[] {
  const read = readPlanFile(value, language());
  return read.ok ? [] : read.problems;
}

/** Buttons that open a plan file and save the present one. A file with problems leaves the plan as it is. */
export function PlanFileButtons({ plan, onOpen }: PlanFileButtonsProps) {
  const { refused, open } = useOpenedFile(planIn, onOpen);
  const label = t('plan.editor.open');
  return (
    <>
      <div class={styles.fieldButtons}>
        <FileButton label={label} name={label} problemsId={PROBLEMS} isSmall onOpen={open} />
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
      <FileProblems id={PROBLEMS} refused={refused} problemsOf={problemsOf} />
    </>
  );
}
