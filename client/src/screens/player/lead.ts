import type { HelpLevel, Part } from '@relay/shared/question/question';

/** What a player does that leads alone: in a class the host does it for all. */
export interface RoundControl {
  /** Closes the answering. */
  readonly reveal: () => void;
  /** Goes on from the reveal. */
  readonly next: () => void;
  /** What going on is called. */
  readonly nextWord: string;
  /** The help that the question before came with; absent: this browser remembers. */
  readonly helpBefore?: HelpLevel | null;
  /** What is right at one part, written out: asked for after its third miss. null: it is not told. */
  readonly rightWorking: ((part: Part) => string) | null;
}
