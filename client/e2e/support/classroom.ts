import { type Browser, expect, type Page } from '@playwright/test';
import { parsePlaceId } from '@relay/shared/question/places/placeId';
import { networkOf } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import { backward } from '@relay/shared/maths/backward';
import { forward } from '@relay/shared/maths/forward';
import type { Network, Sample } from '@relay/shared/maths/network';
import { allUnits, edgeName, edgesInto, isInputName, unitName } from '@relay/shared/maths/unit';
import { update } from '@relay/shared/maths/update';
import { type PlaceId, placesOf, setOfThree } from '@relay/shared/question/places/place';
import { Host, type Person, SIZES, Student } from './people';

/** Label of a place's button. */
export function placeLabel(place: PlaceId): string {
  const parsed = parsePlaceId(place)!;
  if (parsed.kind === 'weight') return `Weight ${parsed.from} to ${parsed.to}`;
  const { kind, unit } = parsed;
  if (kind === 'error') return `Error at ${unit}`;
  if (kind === 'valve') return `Valve of ${unit}`;
  return isInputName(unit) ? `Input ${unit}` : `Output of ${unit}`;
}

/** True values of a class, from the same network trained beside it. */
export class Truth {
  network: Network;
  readonly #data: readonly Sample[];
  #round = 0;

  constructor(preset: string) {
    const file = presetById(preset)!;
    this.network = networkOf(file);
    this.#data = file.data;
  }

  get sample(): Sample {
    return this.#data[this.#round % this.#data.length]!;
  }

  /** Places, S, δ and G of the weight that a page shows as `x1→h1`. */
  of(weight: string) {
    const edge = allUnits(this.network)
      .flatMap((unit) => edgesInto(this.network, unit))
      .find((candidate) => edgeName(this.network, candidate) === weight);
    if (!edge) throw new Error(`no weight ${weight}`);
    const { arriving, deltas, slopes, gradients } = this.found();
    const l = edge.layer - 1;
    const ids = placesOf(setOfThree(this.network, edge));
    return {
      edge,
      ids,
      unit: unitName(this.network, { layer: edge.layer, index: edge.to }),
      isHidden: edge.layer < this.network.layers.length,
      places: ids.map(placeLabel),
      S: arriving[l]![edge.to]!,
      slope: slopes[l]![edge.to]!,
      delta: deltas[l]![edge.to]!,
      G: gradients.weights[l]![edge.from]![edge.to]!,
    };
  }

  found() {
    return backward(this.network, forward(this.network, this.sample.x), this.sample.t);
  }

  nextRound(): void {
    this.network = update(this.network, this.found().gradients);
    this.#round++;
  }
}

/** Number as a student types it: three figures. */
export const written = (value: number): string => String(Number(value.toPrecision(3))).replace('-', '−');

/** Opens a host with a projector, and students on different devices, with or without animations for all. */
export async function gather(
  browser: Browser,
  url: string,
  network: string,
  names: readonly string[],
  reducedMotion: 'reduce' | 'no-preference' = 'reduce',
) {
  const host = await Host.open(browser, url, network, { reducedMotion });
  const projector = await host.openProjector();
  const code = await host.code();
  const students: Student[] = [];
  for (const [i, name] of names.entries()) {
    const size = i % 2 === 0 ? SIZES.phone : SIZES.chromebook;
    students.push(await Student.join(browser, url, code, name, { ...size, reducedMotion }));
  }
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', String(names.length));
  return { host, projector, students, code };
}

/** Students in the order of a relay: those at an output before those at a hidden unit. */
export async function inTurn(students: readonly Student[]): Promise<Student[]> {
  const units = await Promise.all(students.map((student) => student.text('my-unit')));
  const isOutput = (student: Student): boolean => units[students.indexOf(student)]!.startsWith('y');
  return students.toSorted((a, b) => Number(isOutput(b)) - Number(isOutput(a)));
}

/** Answers all parts rightly once it is the student's turn. */
export async function answerRightly(student: Student, truth: Truth): Promise<void> {
  await expect(student.page.getByTestId('turn-strip')).toHaveCount(0);
  const { places, isHidden, S, delta, G } = truth.of(await student.text('weight-in-question'));
  // A student without help is asked for the gradient alone.
  if ((await student.line('Parcel δ').count()) > 0) {
    // Parts prepared before the parcel arrived are answered already.
    for (const place of places)
      if ((await student.place(place).getAttribute('aria-pressed')) === 'false') await student.take(place);
    if (isHidden) await student.line('Error that arrives').fill(written(S));
    await student.line('Parcel δ').fill(written(delta));
  }
  await student.line('Gradient').fill(written(G));
  await student.send();
}

/** Pixels of the canvas as bytes, for detecting a change. */
export async function canvasOf(page: Page): Promise<Buffer> {
  return page.locator('canvas').first().screenshot();
}

export function expectNoErrors(...people: readonly Person[]): void {
  for (const person of people) expect(person.errors).toEqual([]);
}
