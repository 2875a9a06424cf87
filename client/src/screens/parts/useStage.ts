import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { Picture } from '@relay/shared/drawing/picture';
import type { Stage } from '../../picture/stage';
import { useGame } from '../game';
import { notePartMissing } from '../missingPart';

/** Stage in an element, from mount to unmount; null until it is ready. */
export function useStage(onTap?: (place: PlaceId) => void): {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly stage: Stage | null;
} {
  const { createStage } = useGame();
  const frame = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const tap = useRef(onTap);
  tap.current = onTap;
  useEffect(() => {
    let isGone = false;
    let made: Stage | null = null;
    createStage(frame.current!).then((ready) => {
      if (isGone) {
        ready.destroy();
        return;
      }
      made = ready;
      ready.onTap((place) => tap.current?.(place));
      setStage(ready);
    }, notePartMissing);
    return () => {
      isGone = true;
      made?.destroy();
    };
  }, [createStage]);
  return { frame, stage };
}

/** Draws the picture on the stage whenever it changes. */
export function useShow(stage: Stage | null, picture: Picture | null): void {
  // Pictures are plain data, so equal JSON means an equal picture.
  const key = picture ? JSON.stringify(picture) : '';
  useEffect(() => {
    if (stage && picture) stage.show(picture);
  }, [stage, key]);
}
