import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { Picture, Stage } from '../../view/stage';
import { useGame } from '../game';

/** A stage in an element, for as long as the element is there. Until it is ready, null. */
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
    void createStage(frame.current!).then((ready) => {
      if (isGone) {
        ready.destroy();
        return;
      }
      made = ready;
      ready.onTap((place) => tap.current?.(place));
      setStage(ready);
    });
    return () => {
      isGone = true;
      made?.destroy();
    };
  }, [createStage]);
  return { frame, stage };
}

/** Keeps the stage up with the picture. */
export function useShow(stage: Stage | null, picture: Picture | null): void {
  // Pictures are plain data: what reads the same is the same.
  const key = picture ? JSON.stringify(picture) : '';
  useEffect(() => {
    if (stage && picture) stage.show(picture);
  }, [stage, key]);
}
