import { useMemo } from 'preact/hooks';
import { renderSVG } from 'uqr';
import { t } from '../../strings/language';
import { token } from '../../styles/token';

export function Qr({ text, class: look = '' }: { readonly text: string; readonly class?: string }) {
  const source = useMemo(() => {
    const svg = renderSVG(text, { blackColor: token('ink'), whiteColor: token('white'), border: 2 });
    return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  }, [text]);
  return <img class={`qr ${look}`} src={source} alt={t('host.qr')} />;
}
