import { exampleOf, type ExampleTopic } from '../activities/example.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { MISTAKES } from '../../question/mistakes/mistakes.ts';
import type { Session } from '../session/state.ts';

/** Shows an example on the projector, or takes it off again. */
export function showExample(session: Session, topic: ExampleTopic | null, at: number): Decision {
  if (topic === null)
    return session.example === null ? accept() : accept({ type: 'exampleShown', at, example: null });
  if (session.status !== 'running') return reject('wrongPhase');
  if (topic.type === 'mistake' && !Object.hasOwn(MISTAKES, topic.mistake)) return reject('noMistake');
  return accept({ type: 'exampleShown', at, example: exampleOf(session, topic) });
}
