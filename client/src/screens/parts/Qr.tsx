import type { renderSVG } from 'uqr';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { token } from '../../styles/token';
import { cx } from '../../styles/cx';
import { notePartMissing } from '../missingPart';
import styles from './Qr.module.css';

type Encoder = typeof renderSVG;

/** Square without anything in it. */
const EMPTY = `data:image/svg+xml;utf8,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')}`;

/** QR code. Its place is kept while the encoder is on its way. */
export function Qr({
  text,
  alt,
  class: look = '',
}: {
  readonly text: string;
  readonly alt: string;
  readonly class?: string | undefined;
}) {
  const [encoder, setEncoder] = useState<{ readonly render: Encoder } | null>(null);
  useEffect(() => {
    import('./qrEncoder').then((loaded) => setEncoder({ render: loaded.renderSVG }), notePartMissing);
  }, []);
  const source = useMemo(() => {
    if (!encoder) return EMPTY;
    const svg = encoder.render(text, { blackColor: token('ink'), whiteColor: token('white'), border: 2 });
    return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  }, [encoder, text]);
  return <img class={cx(styles.qr, look)} src={source} alt={alt} />;
}
