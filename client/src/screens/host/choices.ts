import { type NetworkFile, readNetworkFile } from '@relay/shared/network/networkFile';
import { PRESETS } from '@relay/shared/network/presets';
import { SESSION_KINDS, type SessionKind, settingsFor } from '@relay/shared/lesson/settings';
import type { PlanFile } from '@relay/shared/referee/plan/planFile';
import { readPlanFile } from '@relay/shared/referee/plan/readPlanFile';
import type { CreateSessionRequest } from '@relay/shared/protocol';
import type { Settings } from '@relay/shared/referee/session/settings';
import { drop, isObject, keep, recall } from '../../table/tokenStore';
import {
  type Chosen,
  differences,
  isChoosable,
  isOffered,
  offeredFor,
  type RuleName,
} from './rules/ruleFields';

/** Choices of the host for a new session, kept so that a class starts with two presses. */
export interface Choices {
  readonly kind: SessionKind;
  /**
   * Id of a preset, or `OWN`: the host's own file. The 50-minute lesson keeps a choice of its own: its plan is made for
   * the first preset.
   */
  readonly network: string;
  readonly lessonNetwork: string;
  readonly own: NetworkFile | null;
  /** Plan of the lesson; null: the one of the 50-minute lesson. */
  readonly plan: PlanFile | null;
  /** Rules in which the host departs from a kind's own. Kept per kind: a competition's rules are not a lesson's. */
  readonly chosen: Readonly<Record<SessionKind, Chosen>>;
}

/** Stands for the own file. No preset has this id: theirs are lower-case. */
export const OWN = 'OWN';

const KEPT = 'relay/host/choices';
const KEPT_FILE = 'relay/host/network-file';
const KEPT_PLAN = 'relay/host/plan';
const KEPT_CODE = 'relay/host/code';

const AT_FIRST: Choices = {
  kind: 'hosted',
  network: PRESETS[0]!.id,
  lessonNetwork: PRESETS[0]!.id,
  own: null,
  plan: null,
  chosen: { hosted: {}, tenMinutes: {}, oneQuestion: {}, lesson: {}, homework: {} },
};

const isPlanFile = (value: unknown): value is PlanFile => readPlanFile(value).ok;
const isNetworkFile = (value: unknown): value is NetworkFile => readNetworkFile(value).ok;

/** Keeps the stored rules that are still valid. */
function readChosen(kept: unknown): Chosen {
  if (!isObject(kept)) return {};
  const good = Object.entries(kept).filter(([name, value]) => isChoosable(name, value));
  return Object.fromEntries(good) as Chosen;
}

/**
 * Reads the stored choices. They may come from another version or be corrupt: each invalid field falls back to the
 * first.
 */
export function recallChoices(): Choices {
  const kept = recall(KEPT, isObject) ?? {};
  const own = recall(KEPT_FILE, isNetworkFile);
  const rules = isObject(kept['chosen']) ? kept['chosen'] : {};
  const known = (id: unknown, otherwise: string): string =>
    PRESETS.find((preset) => preset.id === id)?.id ?? (id === OWN && own !== null ? OWN : otherwise);
  return {
    kind: SESSION_KINDS.find((kind) => kind === kept['kind']) ?? AT_FIRST.kind,
    network: known(kept['network'], AT_FIRST.network),
    lessonNetwork: known(kept['lessonNetwork'], AT_FIRST.lessonNetwork),
    own,
    plan: recall(KEPT_PLAN, isPlanFile),
    chosen: Object.fromEntries(
      SESSION_KINDS.map((kind) => [kind, readChosen(rules[kind])]),
    ) as Choices['chosen'],
  };
}

/** Stores the choices, without the due date, which belongs to one homework. */
export function rememberChoices({ own, plan, chosen, ...choices }: Choices, hostCode: string): void {
  const { dueAt: _dueAt, ...homework } = chosen.homework;
  keep(KEPT, { ...choices, chosen: { ...chosen, homework } });
  keep(KEPT_CODE, hostCode);
  if (own) keep(KEPT_FILE, own);
  if (plan) keep(KEPT_PLAN, plan);
  else drop(KEPT_PLAN);
}

export function recallHostCode(): string {
  return recall(KEPT_CODE, (value) => typeof value === 'string') ?? '';
}

/** Forgets the host code: a restarted server may have a new one. */
export function forgetHostCode(): void {
  drop(KEPT_CODE);
}

/** Network chosen for the present kind. */
export function networkChosen({ kind, network, lessonNetwork }: Choices): string {
  return kind === 'lesson' ? lessonNetwork : network;
}

/** Settings that the choices lead to. */
export function settingsChosen({ kind, chosen }: Choices): Settings {
  return settingsFor(kind, chosen[kind]);
}

/** Rules that differ from those of the kind and have a meaning beside the others. */
export function ownRules(choices: Choices): readonly RuleName[] {
  const settings = settingsChosen(choices);
  return differences(choices.chosen[choices.kind], settingsFor(choices.kind)).filter((name) => {
    if (name === 'teams') return false;
    return (
      isOffered(name, settings, 'setup') &&
      (name === 'dueAt' || offeredFor(name, settings, 'setup').length > 1)
    );
  });
}

/** Request that creates the session: only what differs from the kind is sent. */
export function requestOf(choices: Choices, hostCode: string): CreateSessionRequest {
  const { kind, own, plan, chosen } = choices;
  const network = networkChosen(choices);
  const said = [
    ...ownRules(choices),
    ...differences(chosen[kind], settingsFor(kind)).filter((name) => name === 'teams'),
  ];
  const rules = Object.fromEntries(said.map((name) => [name, chosen[kind][name]])) as Chosen;
  return {
    hostCode,
    kind,
    network: network === OWN && own ? own : network,
    ...(kind === 'lesson' && plan ? { plan: { ...plan } } : {}),
    ...(said.length > 0 ? { settings: rules } : {}),
  };
}
