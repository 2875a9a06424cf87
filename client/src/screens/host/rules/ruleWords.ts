import type { Settings } from '@relay/shared/referee/session/settings';
import { language, t } from '../../../strings/language';
import type { RuleName } from './ruleFields';

/** Names of the rules and of their options. */

const seconds = (ms: number): string => t('rules.seconds', { seconds: ms / 1_000 });
const yesNo = (value: boolean): string => t(value ? 'rules.on' : 'rules.off');

/** Date and time in the language of the page. */
function writtenMoment(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** `×1.5`, or the words for "no clock". */
function writtenFactor(factor: Settings['timeFactor']): string {
  return factor === 'untimed' ? t('rules.timeFactor.untimed') : `×${factor}`;
}

const WRITTEN: { readonly [Name in RuleName]: (value: Settings[Name]) => string } = {
  asks: (kind) => t(`host.asks.${kind}`),
  asksFor: (way) => t(`rules.asksFor.options.${way}`),
  seat: (seat) => t(`rules.seat.options.${seat}`),
  parameterKinds: (parameterKinds) => t(`rules.parameterKinds.options.${parameterKinds}`),
  order: (order) => t(`rules.order.options.${order}`),
  style: (style) => t(`rules.style.options.${style}`),
  samples: (samples) => (samples === 'byLanes' ? t('rules.samples.byLanes') : String(samples)),
  rounds: (rounds) => (rounds === null ? t('rules.rounds.open') : String(rounds)),
  teams: (teams) => (teams === 'bySize' ? t('host.bySize') : teams === 1 ? t('host.oneTeam') : String(teams)),
  teamSamples: (samples) => t(`rules.teamSamples.options.${samples}`),
  forwardMs: seconds,
  outputMs: seconds,
  hiddenMs: seconds,
  revealMs: seconds,
  updateMs: seconds,
  timeFactor: writtenFactor,
  dueAt: (at) => (at === null ? t('rules.dueAt.none') : writtenMoment(at)),
  weights: (mode) => t(`rules.weights.options.${mode}`),
  scored: yesNo,
  trains: yesNo,
  speedBonus: yesNo,
  help: (level) => t(`host.helpLevels.${level}`),
  helpAdapts: yesNo,
};

/** Chosen value of a rule, in words. */
export function ruleValue<Name extends RuleName>(name: Name, value: Settings[Name]): string {
  return WRITTEN[name](value);
}
