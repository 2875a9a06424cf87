import { useEffect } from 'preact/hooks';
import { pageNow } from '../../table/pageClock';
import type { TableState } from '../../table/table';
import type { AnswerMode } from '../../picture/answerMode';
import { pictureOf } from '../../picture/picture';
import type { Stage } from '../../picture/stage';
import { useCues } from '../parts/useCues';
import { useShow } from '../parts/useStage';
import { screenOf } from './questions/questionScreens';
import { pictureOptionsOf, type PlayerDrawing } from './pictureOptions';

interface Drawing extends Omit<PlayerDrawing, 'view' | 'run' | 'isEating'> {
  readonly stage: Stage | null;
  readonly view: PlayerDrawing['view'] | null;
  readonly run: string | null;
  readonly desk: AnswerMode;
  readonly state: TableState;
}

/** Draws the network as a player sees it, and plays its animations. */
export function useDrawing({ stage, view, run, desk, state, ...given }: Drawing): void {
  const { own, seat, facts, phase } = given;
  const serverNow = (): number => pageNow() + state.clockOffsetMs;
  // During an extra question the drawing shows another sample.
  const isEating = useCues(desk === 'extra' ? null : stage, view, run, own?.lane ?? 0, phase, serverNow);
  const look = view && run !== null ? pictureOptionsOf({ ...given, view, run, isEating }) : null;
  useShow(stage, look && pictureOf(look));
  const hasStepped = seat && screenOf(seat.kind).step && look !== null && look.shownWeight !== null;
  useEffect(() => {
    if (hasStepped && facts) void stage?.play({ type: 'update', before: facts.network.weights });
  }, [hasStepped]);
}
