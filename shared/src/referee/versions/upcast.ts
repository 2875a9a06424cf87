import type { EarlierEvent, VersionStep } from './step.ts';
import { V1_TO_V2 } from './v1ToV2.ts';
import { V2_TO_V3 } from './v2ToV3.ts';
import { V3_TO_V4 } from './v3ToV4.ts';
import { V4_TO_V5 } from './v4ToV5.ts';

/** Steps between versions; index n − 1 leads from version n to n + 1. Steps for adding one: docs/versions.md. */
export const VERSION_STEPS: readonly VersionStep[] = [V1_TO_V2, V2_TO_V3, V3_TO_V4, V4_TO_V5];

/** Version in which events are written today. */
export const EVENT_VERSION = VERSION_STEPS.length + 1;

/**
 * Converts an event of any earlier version to today's version.
 *
 * @param version  version with which it was written, 1 to EVENT_VERSION
 */
export function upcast(
  event: EarlierEvent,
  version: number,
  steps: readonly VersionStep[] = VERSION_STEPS,
): EarlierEvent {
  return steps.slice(version - 1).reduce(next, event);
}

function next(event: EarlierEvent, { changed, renamed }: VersionStep): EarlierEvent {
  const after = ownValue(changed, event.type)?.(event) ?? event;
  const type = ownValue(renamed, after.type);
  return type === undefined ? after : { ...after, type };
}

/** Own property of a record. A damaged row can have any type, also the name of a member that every object inherits. */
const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** All names that the given types of today have had in any version, for searching a journal by type. */
export function namesInAllVersions(
  types: readonly string[],
  steps: readonly VersionStep[] = VERSION_STEPS,
): readonly string[] {
  return steps.reduceRight<readonly string[]>((names, { renamed }) => {
    const before = Object.entries(renamed).flatMap(([earlier, later]) =>
      names.includes(later) ? [earlier] : [],
    );
    return [...new Set([...names, ...before])];
  }, types);
}
