import { useEffect, useRef, useState } from 'preact/hooks';
import { PageClaim } from '../../table/PageClaim';

/** Claims a player for this page while it is shown. */
export function usePageClaim(code: string, player: string) {
  const claim = useRef<PageClaim | null>(null);
  const [isHeld, setHeld] = useState(true);
  useEffect(() => {
    const made = new PageClaim(code, player, setHeld);
    claim.current = made;
    setHeld(true);
    return () => made.close();
  }, [code, player]);
  return { isHeld, takeOver: () => claim.current?.takeOver() };
}
