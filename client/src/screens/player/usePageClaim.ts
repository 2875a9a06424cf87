import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageClaim } from '../../table/PageClaim';
import { notePartMissing } from '../missingPart';

/** Claims a player for this page while it is shown, once the code for it is there. */
export function usePageClaim(code: string, player: string) {
  const claim = useRef<PageClaim | null>(null);
  const [isHeld, setHeld] = useState(true);
  useEffect(() => {
    let isGone = false;
    import('../../table/PageClaim').then((part) => {
      if (!isGone) claim.current = new part.PageClaim(code, player, setHeld);
    }, notePartMissing);
    return () => {
      isGone = true;
      claim.current?.close();
    };
  }, [code, player]);
  return { isHeld, takeOver: () => claim.current?.takeOver() };
}
