/** @module-tag slow */
import { expect, test } from 'vitest';
import { WIRE_VERSION } from '../../protocol.ts';
import {
  changedShapes,
  eventShapes,
  recordedEventShapes,
  recordedWireShapes,
  wireShapes,
} from '../../testing/shapes.ts';
import { EVENT_VERSION, VERSION_STEPS } from './upcast.ts';

/** Shapes of stored events and sent messages against recorded ones: a change needs a new version. */

test('events: every shape is the one recorded for today’s version', () => {
  const recorded = recordedEventShapes()[EVENT_VERSION];
  expect(
    recorded,
    `Nothing is recorded for event version ${EVENT_VERSION}. Run "npm run record-shapes".`,
  ).toBeDefined();
  const changed = changedShapes(recorded!, eventShapes());
  expect(
    changed,
    `The shape of ${changed.join(', ')} has changed: journals hold the earlier one. Add a step from version ${EVENT_VERSION} to ` +
      `${EVENT_VERSION + 1} to VERSION_STEPS (referee/versions/upcast.ts) that turns the earlier shape into the new one, then run ` +
      '"npm run record-shapes". How: docs/versions.md.',
  ).toEqual([]);
});

test.each(VERSION_STEPS.map((step, i) => ({ step, from: i + 1 })))(
  'events: the step from version $from says what becomes of every event that changed',
  ({ step, from }) => {
    const recorded = recordedEventShapes();
    const changed = changedShapes(recorded[from]!, recorded[from + 1]!);
    const named = new Set([...Object.keys(step.changed), ...Object.entries(step.renamed).flat()]);
    const missing = changed.filter((type) => type in recorded[from]! && !named.has(type));
    expect(
      missing,
      `The step from event version ${from} has to name ${missing.join(', ')}: in "changed", or in "renamed". ` +
        'Where every earlier event is a later one as it is, map it to "unchanged".',
    ).toEqual([]);
  },
);

test('wire: every message has the shape recorded for today’s version', () => {
  const recorded = recordedWireShapes();
  const changed = changedShapes(recorded.messages, wireShapes());
  const isRaised = recorded.version !== WIRE_VERSION;
  expect(
    isRaised ? ['WIRE_VERSION'] : changed,
    isRaised
      ? `The shapes recorded are those of wire version ${recorded.version}. Run "npm run record-shapes".`
      : `The shape of ${changed.join(', ')} has changed: a page that is open now would misread it. Raise WIRE_VERSION in protocol/version.ts, ` +
          'then run "npm run record-shapes". How: docs/versions.md.',
  ).toEqual([]);
});
