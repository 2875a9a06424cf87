import { type NetworkFile, readNetworkFile } from '@relay/shared/lesson/networkFile';
import { PRESETS } from '@relay/shared/lesson/presets';
import { SESSION_KINDS, type SessionKind } from '@relay/shared/lesson/settings';
import type { CreateSessionRequest } from '@relay/shared/protocol';
import {
  HELP_LEVELS,
  type HelpLevel,
  QUESTION_KINDS,
  type QuestionKind,
} from '@relay/shared/question/question';
import { drop, isObject, keep, recall } from '../../table/keptTokens';

/** What the host chose last, so that a class starts with two presses. */
export interface Choices {
  readonly kind: SessionKind;
  /** A preset's id, or `OWN`: the host's own file. */
  readonly network: string;
  /** Of each kind for itself: a competition's teams are not a lesson's. */
  readonly teams: Readonly<Record<SessionKind, Teams>>;
  readonly own: NetworkFile | null;
  /** What is asked, and with how much help everyone begins. */
  readonly asks: QuestionKind;
  readonly help: HelpLevel;
}

export type Teams = number | typeof BY_SIZE;

/** No preset is called so: their ids are written in small letters. */
export const OWN = 'OWN';
export const BY_SIZE = 'bySize';
/** Numbers of teams that are offered. */
export const TEAMS_OFFERED = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 30, 40] as const;

const KEPT = 'relay/host/choices';
const KEPT_FILE = 'relay/host/network-file';
const KEPT_CODE = 'relay/host/code';

const AT_FIRST: Choices = {
  kind: 'hosted',
  network: PRESETS[0]!.id,
  teams: { hosted: 1, tenMinutes: BY_SIZE, oneQuestion: 1, lesson: BY_SIZE, homework: 1 },
  own: null,
  asks: 'contribution',
  help: 'work',
};

/** A competition and the 50-minute lesson are dealt by size; the others are one network for all unless the host says otherwise. */
export const canBeBySize = (kind: SessionKind): boolean => kind === 'tenMinutes' || kind === 'lesson';

const isTeams = (value: unknown, kind: SessionKind): value is Teams =>
  TEAMS_OFFERED.some((offered) => offered === value) || (value === BY_SIZE && canBeBySize(kind));

const isNetworkFile = (value: unknown): value is NetworkFile => readNetworkFile(value).ok;

/** What is kept may be of an older version, or by somebody else: each field that makes no sense is as at first. */
export function recallChoices(): Choices {
  const kept = recall(KEPT, isObject) ?? {};
  const own = recall(KEPT_FILE, isNetworkFile);
  const teams = isObject(kept['teams']) ? kept['teams'] : {};
  const isKnown = (id: unknown): id is string =>
    PRESETS.some((preset) => preset.id === id) || (id === OWN && own !== null);
  return {
    kind: SESSION_KINDS.find((kind) => kind === kept['kind']) ?? AT_FIRST.kind,
    network: isKnown(kept['network']) ? kept['network'] : AT_FIRST.network,
    teams: Object.fromEntries(
      SESSION_KINDS.map((kind) => [kind, isTeams(teams[kind], kind) ? teams[kind] : AT_FIRST.teams[kind]]),
    ) as Record<SessionKind, Teams>,
    own,
    asks: QUESTION_KINDS.find((kind) => kind === kept['asks']) ?? AT_FIRST.asks,
    help: HELP_LEVELS.find((level) => level === kept['help']) ?? AT_FIRST.help,
  };
}

export function rememberChoices({ own, ...choices }: Choices, hostCode: string): void {
  keep(KEPT, choices);
  keep(KEPT_CODE, hostCode);
  if (own) keep(KEPT_FILE, own);
}

export function recallHostCode(): string {
  return recall(KEPT_CODE, (value) => typeof value === 'string') ?? '';
}

/** A new start of the server can have a new code. */
export function forgetHostCode(): void {
  drop(KEPT_CODE);
}

/** The choices as the server is asked for them. */
export function requestOf(choices: Choices, hostCode: string): CreateSessionRequest {
  const { kind, network, teams, own, asks, help } = choices;
  const asked = teams[kind];
  return {
    hostCode,
    kind,
    network: network === OWN && own ? own : network,
    ...(asked === BY_SIZE ? {} : { teams: asked }),
    asks,
    // Only the set of three is asked with more or less help.
    ...(asks === 'contribution' ? { help } : {}),
  };
}
