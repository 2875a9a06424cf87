import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageClaim } from '../../table/PageClaim';
import { notePartMissing } from '../missingPart';
import { loadPageClaim } from './seldom';

/** Claims a player for this page while it is shown, once the code for it is there. */
export function usePageClaim(code: string, player: string) {
  const claim = useRef<PageClaim | null>(null);
  const [isHeld, setHeld] = useState(true);
  useEffect(() => {
    let isGone = false;
    loadPageClaim().then((Claim) => {
      if (!isGone) claim.current = new Claim(code, player, setHeld);
    }, notePartMissing);
    return () => {
      isGone = true;
      claim.current?.close();
    };
  }, [code, player]);
  return { isHeld, takeOver: () => claim.current?.takeOver() };
}
