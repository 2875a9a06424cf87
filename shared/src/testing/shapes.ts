import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TypeShapes } from './typeShape.ts';

/** Hashes of the shapes of all data that is stored or sent, by name. */
export type Shapes = Readonly<Record<string, string>>;

const inSource = (path: string): string => join(import.meta.dirname, '..', path);

export const EVENT_SHAPES_FILE = inSource('referee/versions/eventShapes.json');
export const WIRE_SHAPES_FILE = inSource('wireShapes.json');

/** Shapes by version of events. */
export type RecordedEventShapes = Readonly<Record<string, Shapes>>;
export interface RecordedWireShapes {
  readonly version: number;
  readonly messages: Shapes;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
export const recordedEventShapes = (): RecordedEventShapes => read(EVENT_SHAPES_FILE) as RecordedEventShapes;
export const recordedWireShapes = (): RecordedWireShapes => read(WIRE_SHAPES_FILE) as RecordedWireShapes;

/** Made once: reading all the sources takes most of the time. */
let types: TypeShapes | undefined;
const typeShapes = (): TypeShapes =>
  (types ??= new TypeShapes('referee/event.ts', 'protocol.ts', 'referee/view.ts'));

export const eventShapes = (): Shapes => typeShapes().byType('Event');

/** Types of the protocol that are one message each. */
const SINGLE = [
  'CreateSessionRequest',
  'CreateSessionReply',
  'JoinRequest',
  'JoinReply',
  'CatchUpRequest',
  'ResumeRequest',
  'ResumeReply',
  'Refusal',
  'Reply',
];

export function wireShapes(): Shapes {
  const shapes = typeShapes();
  const named = (prefix: string, ofKind: Shapes): [string, string][] =>
    Object.entries(ofKind).map(([name, hash]) => [`${prefix} ${name}`, hash]);
  return Object.fromEntries([
    ...named('command', shapes.byType('ClientCommand')),
    ...named('message', shapes.byProperty('RoomMessages')),
    ...named('entry', shapes.byProperty('PublicView')),
    ...['PlayerView', 'HostRow'].map((name) => [name, shapes.of(name)] as const),
    ...SINGLE.map((name) => [name, shapes.of(name)] as const),
  ]);
}

/** Names whose shapes differ, or that only one of the two has. */
export function changedShapes(before: Shapes, after: Shapes): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).toSorted();
}
