import { useMemo } from 'preact/hooks';
import { renderSVG } from 'uqr';
import { t } from '../../strings/language';
import { token } from '../../styles/token';
import { cx } from '../../styles/cx';
import styles from './Qr.module.css';

export function Qr({
  text,
  class: look = '',
}: {
  readonly text: string;
  readonly class?: string | undefined;
}) {
  const source = useMemo(() => {
    const svg = renderSVG(text, { blackColor: token('ink'), whiteColor: token('white'), border: 2 });
    return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  }, [text]);
  return <img class={cx(styles.qr, look)} src={source} alt={t('host.qr')} />;
}
