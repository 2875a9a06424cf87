import type { HelpLevel, Part } from '@relay/shared/question/question';

/** Control of a self-paced round by its player; in a class the host has it. */
export interface RoundControl {
  /** Ends the answering and reveals the answers. */
  readonly reveal: () => void;
  /** Continues from the reveal. */
  readonly next: () => void;
  /** Label of the button that calls `next`. */
  readonly nextWord: string;
  /** Help level of the question before; absent: read from this browser's storage. */
  readonly helpBefore?: HelpLevel | null;
  /** Right working of one part, offered after its third wrong try; null where it is not shown. */
  readonly rightWorking: ((part: Part) => string) | null;
}
