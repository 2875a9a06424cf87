/**
 * Why a command, a join or a message was not taken. Each has a sentence in the string files; nothing is lost by one.
 * Those of the referee come first, then those of the door (names, codes, tokens), then those of the wire.
 */
export const REJECTIONS = [
  'wrongPhase',
  'tooLate',
  'paused',
  'noQuestion',
  'unknownRun',
  'partNotAsked',
  'partDone',
  'noTriesLeft',
  'tooManyAnswers',
  'answerTooLong',
  'noPlayers',
  'notFinite',
  'nothingToAsk',
  'notAllowed',
  'sessionEnded',
  'sessionFull',
  'sessionLocked',
  'unknownPlayer',
  'unknownCode',
  'endedCode',
  'nameEmpty',
  'nameTooLong',
  'nameUnusable',
  'wrongHostCode',
  'unknownToken',
  'networkRefused',
  'malformed',
  'tooLarge',
  'tooFast',
  'connectionLost',
  'serverError',
] as const;
export type Rejection = (typeof REJECTIONS)[number];
