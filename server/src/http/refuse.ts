import type { Refusal } from '@relay/shared/protocol';
import type { Rejection } from '@relay/shared/referee/rejection';
import type { Response } from 'express';

const STATUS: Partial<Readonly<Record<Rejection, number>>> = {
  notAllowed: 403,
  wrongHostCode: 403,
  wrongRecoveryWord: 403,
  unknownToken: 403,
  unknownCode: 404,
  endedCode: 410,
  sessionEnded: 410,
  erasedSession: 410,
  sessionFull: 409,
  sessionLocked: 409,
  notEnded: 409,
  versionMismatch: 409,
  nameEmpty: 422,
  nameTooLong: 422,
  nameUnusable: 422,
  nameReserved: 422,
  nameForbidden: 422,
  networkRefused: 422,
  planRefused: 422,
  tooLarge: 413,
  tooFast: 429,
  unavailable: 503,
  serverError: 503,
};

export function refuse(response: Response, refusal: Refusal): void {
  response.status(STATUS[refusal.rejection] ?? 400).json(refusal);
}
