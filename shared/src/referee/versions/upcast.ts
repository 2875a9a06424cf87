import type { EarlierEvent, VersionStep } from './step.ts';
import { V1_TO_V2 } from './v1ToV2.ts';

/** From version n to n + 1 at index n − 1. How to add one: docs/versions.md. */
export const VERSION_STEPS: readonly VersionStep[] = [V1_TO_V2];

/** The version in which events are written today. */
export const EVENT_VERSION = VERSION_STEPS.length + 1;

/**
 * An event of any earlier version as today's version writes it.
 *
 * @param version  the version with which it was written, 1 to EVENT_VERSION
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

/** A damaged row can have any type, also one that every object has a member for. */
const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Every name that these types of today have had in any version, for a journal that is searched by type. */
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
