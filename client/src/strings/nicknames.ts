import { t } from './language';

const words = (list: string): string[] => list.split(',').map((word) => word.trim());

/** Suggests a friendly nickname in the language of the page, different from `before`. */
export function suggestNickname(before = ''): string {
  const pick = (list: readonly string[]): string => {
    const [random] = crypto.getRandomValues(new Uint32Array(1));
    return list[random! % list.length]!;
  };
  const first = words(t('nickname.first'));
  const second = words(t('nickname.second'));
  for (;;) {
    const name = t('nickname.join', { first: pick(first), second: pick(second) });
    if (name !== before) return name;
  }
}
