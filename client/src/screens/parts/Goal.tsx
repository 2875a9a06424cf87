import type { PublicView } from '@relay/shared/referee/view';
import { goalWords } from '../../describe/goal';
import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import styles from './Goal.module.css';

interface GoalProps {
  readonly view: PublicView | null;
  readonly class?: string | undefined;
}

/** Goal of the class: the task that its network shall learn, and an example. */
export function Goal({ view, class: className }: GoalProps) {
  const words = goalWords(view);
  if (!words) return null;
  return (
    <p class={cx(styles.goal, className)} data-testid="goal">
      <b>{t('goal.label')}</b> {words.task} <span class="digits">{words.example}</span>
    </p>
  );
}
