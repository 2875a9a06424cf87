import { useState } from 'preact/hooks';
import { hintFor } from '@relay/shared/question/kinds';
import type { Part } from '@relay/shared/question/question';
import { isSettled } from '@relay/shared/referee/round/progress';
import { questionOf } from '../../../describe/receipt';
import type { OpenQuestion, RoundValue } from '../RoundContext';

/** Parts whose hint is told, parts whose hint can still be taken, and visibility of the list. */
export interface HintState {
  readonly told: readonly Part[];
  readonly left: readonly Part[];
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

/** Tells if the page has a heading with hints: neither for an extra question nor before anything can be prepared. */
const hasHints = ({ desk, seat }: OpenQuestion & Pick<RoundValue, 'desk'>): boolean =>
  desk === 'work' || desk === 'own' || (desk === 'wait' && seat.parts.includes('own'));

/** Parts of an open question whose hint is told. */
export const toldParts = (
  question: OpenQuestion & Pick<RoundValue, 'desk'>,
  parts: readonly Part[],
): readonly Part[] =>
  hasHints(question)
    ? parts.filter((part) => !isSettled(question.seat.answers[part]) && question.seat.hints[part])
    : [];

/** Hints of an open question. @param parts  those for which a hint may be taken now */
export function useHints(question: OpenQuestion & RoundValue, parts: readonly Part[]): HintState {
  const [isOpen, setOpen] = useState(false);
  const { seat, facts } = question;
  const left = parts.filter(
    (part) =>
      !isSettled(seat.answers[part]) &&
      !seat.hints[part] &&
      hintFor(facts.network, questionOf(seat, facts), part),
  );
  const told = toldParts(question, parts);
  return { told, left, isOpen: isOpen && hasHints(question) && left.length > 0, setOpen };
}
