import { OWN_NETWORK, PRACTICE_LESSONS } from '@relay/shared/lesson/practice';
import { useEffect } from 'preact/hooks';
import { language, loadOtherLanguages } from '../../strings/language';
import { address } from '../address';
import { useGame } from '../game';
import { keepFonts } from '../keepFonts';
import { loadPlot } from '../parts/loadPlot';
import { loadWriter } from '../parts/Receipt';
import { loadPhaseSentences } from '../player/usePhaseSpoken';
import { loadWhenIdle } from '../whenIdle';
import { Lesson } from './Lesson';
import { LessonPath } from './LessonPath';
import { keptNetwork } from './ownNetwork';

/** Practising alone: the path of lessons, and each lesson under its own fragment. Needs no server. */
export function Practise() {
  const spoken = language();
  useEffect(() => {
    // Without a font slice the browser falls back to the next font.
    void keepFonts().catch(() => undefined);
  }, [spoken]);
  const { loadStage } = useGame();
  // Practice goes on without a server, so the page loads what its lessons need before one is chosen.
  useEffect(
    () => void loadWhenIdle([loadStage, loadPhaseSentences, loadPlot, loadWriter, loadOtherLanguages]),
    [],
  );
  const { fragment } = address.value;
  const lesson = PRACTICE_LESSONS.find((one) => one === fragment);
  if (lesson) return <Lesson key={lesson} lesson={lesson} />;
  if (fragment === OWN_NETWORK && keptNetwork()) return <Lesson key={OWN_NETWORK} lesson={OWN_NETWORK} />;
  return <LessonPath />;
}
