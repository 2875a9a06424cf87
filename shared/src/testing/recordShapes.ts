import { writeFileSync } from 'node:fs';
import { WIRE_VERSION } from '../protocol.ts';
import { EVENT_VERSION } from '../referee/versions/upcast.ts';
import {
  changedShapes,
  EVENT_SHAPES_FILE,
  eventShapes,
  recordedEventShapes,
  recordedWireShapes,
  WIRE_SHAPES_FILE,
  wireShapes,
} from './shapes.ts';

/**
 * Records the shapes of events and messages under their present versions.
 *
 *   npm run record-shapes                     after a version was raised
 *   npm run record-shapes -- --same-version   while no server of the present version has been run yet
 */
const isSameVersion = process.argv.includes('--same-version');

function refuse(what: string, changed: readonly string[]): never {
  console.error(`${what} changed, but not the version: ${changed.join(', ')}. See docs/versions.md.`);
  process.exit(1);
}

function write(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

const events = recordedEventShapes();
const eventsNow = eventShapes();
const changedEvents = changedShapes(events[EVENT_VERSION] ?? eventsNow, eventsNow);
if (changedEvents.length > 0 && !isSameVersion) refuse('Events', changedEvents);

const wire = recordedWireShapes();
const wireNow = wireShapes();
const changedMessages = changedShapes(wire.messages, wireNow);
if (wire.version === WIRE_VERSION && changedMessages.length > 0 && !isSameVersion)
  refuse('Messages', changedMessages);

write(EVENT_SHAPES_FILE, { ...events, [EVENT_VERSION]: eventsNow });
write(WIRE_SHAPES_FILE, { version: WIRE_VERSION, messages: wireNow });
console.log(`Recorded: events of version ${EVENT_VERSION}, messages of version ${WIRE_VERSION}.`);
