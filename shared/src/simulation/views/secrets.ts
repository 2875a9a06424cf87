import { questionModule } from '../../question/kinds.ts';
import type { Lane, Run } from '../../referee/round/run.ts';
import type { Session } from '../../referee/session/state.ts';
import { playerView, publicEntries, seatedRunOf } from '../../referee/view.ts';
import type { Rule } from '../oracle/book.ts';

/**
 * Checks that no view contains a secret of a round: hidden S, δ and G until the reveal (in a relay δ of the layers that
 * are still to close); in the forward phase pre-activations and outputs from the layer on whose turn it is. Secrets are
 * recognised by their digits, so only numbers count that have too many of them to occur by random.
 */

const DIGITS = 8;
const LEAST_DIGITS = 6;

const digitsOf = (value: number): string => {
  const [text = ''] = Math.abs(value).toPrecision(DIGITS).split('e');
  return text.replace('.', '').replaceAll(/^0+|0+$/gu, '');
};

/** Adds the digits of every number in a value, including those in its texts. */
function collect(value: unknown, into: Set<string>): Set<string> {
  if (typeof value === 'number') into.add(digitsOf(value));
  else if (typeof value === 'string')
    for (const [number] of value.matchAll(/\d+\.\d+/gu)) into.add(digitsOf(Number(number)));
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) collect(one, into);
  return into;
}

const isForward = ({ phase }: Run): boolean => phase.name === 'forward';
const isRelay = ({ phase, rules }: Run): boolean => phase.name === 'backward' && rules.style === 'relay';

function secretsOf(run: Run, { pass, truth, turn }: Lane): number[] {
  // δ of a layer that has closed is public.
  const isClosed = (l: number): boolean => isRelay(run) && (turn === null || l + 1 > turn.layer);
  const rows = [
    ...truth.arriving.slice(0, -1).map((row) => row ?? []),
    ...truth.deltas.filter((_, l) => !isClosed(l)),
    ...truth.gradients.weights.flat(),
  ];
  if (isForward(run) && turn)
    rows.push(...pass.sums.slice(turn.layer - 1), ...pass.outputs.slice(turn.layer - 1));
  return rows.flat();
}

/** Values of a lane that are public already, and so cannot be revealed. */
function openOf(run: Run, { pass, truth, turn }: Lane): unknown {
  if (isForward(run))
    return [pass.sums, pass.outputs].map((rows) => rows.slice(0, turn ? turn.layer - 1 : undefined));
  return [pass, isRelay(run) ? truth.deltas.slice(turn ? turn.layer : 0) : []];
}

/** Tells whether two networks compute the same: a public value of one can be a secret of the other. */
function isTwin(a: Run, b: Run): boolean {
  const like = ({ network }: Run): string => JSON.stringify([network.weights, network.biases]);
  return like(a) === like(b);
}

/** Numbers that a team may know: of its own lanes as far as they have come, of other teams' no more than that. */
function knownTo({ runs }: Session, own: Run): Set<string> {
  const known = new Set<string>();
  for (const run of Object.values(runs)) {
    const { data, network, losses, referenceLosses } = run;
    collect([data, network.weights, network.biases, losses, referenceLosses], known);
    // Other inputs can give the same number by random.
    const isHidden = ({ pass }: Lane): boolean =>
      run.id !== own.id &&
      isTwin(run, own) &&
      own.lanes.some((lane) => String(lane.pass.x) === String(pass.x));
    for (const lane of run.lanes) if (!isHidden(lane)) collect(openOf(run, lane), known);
    // A round that a player still finishes has been revealed to the others.
    for (const { run: before } of Object.values(run.finishing)) {
      for (const { pass, truth } of before.lanes) collect([pass, truth], known);
    }
  }
  return known;
}

/** View of a player, without the answers that the player has typed. */
function shownTo(session: Session, id: string): unknown {
  const { seat, guess: _guess, ...view } = playerView(session, id);
  if (!seat) return view;
  const { answers: _answers, extraQuestion, ...rest } = seat;
  return { ...view, seat: rest, extraQuestion: extraQuestion && { ...extraQuestion, answer: null } };
}

/**
 * Players in a run: those with a seat, who may have been moved to another team in the middle of the round, and members
 * of the team without a seat.
 */
const teamOf = (session: Session, { id }: Run): string[] =>
  Object.keys(session.players).filter(
    (player) => playerView(session, player).run === id || seatedRunOf(session, player)?.id === id,
  );

export function checkSecrets(session: Session, rule: Rule): void {
  const open = Object.values(session.runs).filter(
    ({ phase, rules }) =>
      (phase.name === 'forward' || phase.name === 'backward') && !questionModule(rules.asks).showsGradients,
  );
  if (open.length === 0) return;
  const everyones = collect(publicEntries(session, {}, ''), new Set());
  for (const run of open) {
    // The own lane of a member of another team is checked with that team.
    const known = knownTo(session, run);
    const people = run.kind === 'team' ? teamOf(session, run) : [run.owner];
    const shown = new Set(everyones);
    for (const id of people) collect(shownTo(session, id), shown);
    for (const digits of run.lanes.flatMap((lane) => secretsOf(run, lane)).map(digitsOf)) {
      if (digits.length < LEAST_DIGITS || known.has(digits)) continue;
      rule(!shown.has(digits), `a secret of the round, ${digits}, is in a view`);
    }
  }
}
