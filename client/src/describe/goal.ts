import { taskOf } from '@relay/shared/lesson/task';
import type { PublicView } from '@relay/shared/referee/view';
import { written } from '../picture/numbers/written';
import { t } from '../strings/language';

const list = (values: readonly number[]): string => values.map(written).join(', ');

/** Goal of a class in words, with one example of it; null until the data of its network are known, or without any. */
export function goalWords(
  view: PublicView | null,
): { readonly task: string; readonly example: string } | null {
  const data = view?.data[''] ?? [];
  const [sample] = data;
  if (!sample) return null;
  return {
    task: t(`goal.task.${taskOf(data) ?? 'none'}`),
    example: t('goal.example', { x: list(sample.x), t: list(sample.t) }),
  };
}
