import type { Network, Sample } from '../../maths/network.ts';
import { allUnits, type EdgeRef, edgesInto } from '../../maths/unit.ts';
import { drawTellingNetwork } from '../../network/telling.ts';
import { networkOf } from '../../network/networkFile.ts';
import { rightWorking, slipOf } from '../../question/kinds/debug.ts';
import type { MistakeId, Term, WrittenWorking } from '../../question/question.ts';
import { situationOf } from '../../question/situation.ts';
import { randomAt } from '../random.ts';
import type { ExamplePart } from './exampleParts.ts';

/** Subject of an example: a mistake, or the places that a part is made of. */
export type ExampleTopic =
  | { readonly type: 'mistake'; readonly mistake: MistakeId }
  | { readonly type: 'part'; readonly part: ExamplePart };

/**
 * A worked example on the projector. Its network is drawn for it, so it belongs to nobody and gives nothing away of the
 * round that is being answered.
 */
export interface Example {
  readonly topic: ExampleTopic;
  readonly network: Network;
  readonly sample: Sample;
  /** Weight whose set of three is written out. */
  readonly edge: EdgeRef;
  /** The set of three, with the mistake in it; null for a mistake that no set of three can show. */
  readonly working: WrittenWorking | null;
  /** Term in which the mistake is; null for a right working. */
  readonly term: Term | null;
}

/** Networks drawn in search of one in which a mistake shows. */
const DRAWS = 6;

/** Facts of a session by which an example is drawn. */
interface Drawing {
  readonly seed: number;
  readonly restarts: number;
}

/** Draws the example for a topic: at a hidden unit, unless the mistake shows at an output only. */
export function exampleOf({ seed, restarts }: Drawing, topic: ExampleTopic): Example {
  const drawn = Array.from({ length: DRAWS }, (_, i) => () => {
    const key = `example/${restarts}/${topic.type === 'mistake' ? topic.mistake : topic.part}/${i}`;
    const file = drawTellingNetwork('exitTicket', (what) => randomAt(seed, `${key}/${what}`));
    const [network, sample] = [networkOf(file), file.data[0]!];
    const edges = allUnits(network)
      .filter(({ layer }) => layer > 0)
      .flatMap((unit) => edgesInto(network, unit));
    return { topic, network, sample, edges, situation: situationOf(network, sample, file.data) };
  });
  if (topic.type === 'mistake') {
    for (const draw of drawn) {
      const { network, sample, edges, situation } = draw();
      for (const edge of edges) {
        const slip = slipOf(situation, edge, topic.mistake);
        if (slip) return { topic, network, sample, edge, ...slip };
      }
    }
  }
  const { network, sample, edges, situation } = drawn[0]!();
  const edge = edges[0]!;
  const working = topic.type === 'part' ? rightWorking(situation, edge) : null;
  return { topic, network, sample, edge, working, term: null };
}
