import { writeContribution } from '../../receipt/writeBackward.ts';
import { hintOfThree } from '../hint.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import { contributionTruth, edgeSubjects, factsOfQuestion, placesPart } from './contribution.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly blank: true;
  }
}

/** The blank network: the places of a gradient, found in a drawing without names and numbers. */
export const blank: QuestionModule = {
  kind: 'blank',
  seatScope: 'all',
  way: 'backward',
  partKinds: ['places'],
  isBare: true,
  subjects: edgeSubjects,
  build: (_, { unit, edge }, { sample }) => ({
    kind: 'blank',
    unit,
    edge,
    sample,
    parts: ['places'],
    given: null,
  }),
  truth: (situation, question) => contributionTruth(factsOfQuestion(situation, question)),
  judgedBy: () => [],
  part: (situation, question, part) => {
    if (part === 'places') return placesPart(factsOfQuestion(situation, question));
    throw noSuchPart('blank', part);
  },
  hint: hintOfThree,
  writeReceipt: writeContribution,
};
