import { expect, test } from 'vitest';
import { networkOf } from '../../network/networkFile.ts';
import { PRESETS } from '../../network/presets.ts';
import { allUnits, unitName } from '../../maths/unit.ts';
import { allPlaces, placeById } from './place.ts';
import { parsePlaceId, placeKindOf, unitOfPlace, unitPlaceId, weightPlaceId } from './placeId.ts';

test('parsePlaceId: reads back the id of every place of every preset', () => {
  for (const { file } of PRESETS) {
    const network = networkOf(file);
    const names = allUnits(network).map((unit) => unitName(network, unit));
    for (const id of allPlaces(network)) {
      const parsed = parsePlaceId(id)!;
      expect(placeKindOf(id)).toBe(placeById(network, id)!.kind);
      if (parsed.kind === 'weight') {
        expect(weightPlaceId(parsed.from, parsed.to)).toBe(id);
        expect(unitOfPlace(id)).toBeUndefined();
      } else {
        expect(unitPlaceId(parsed.kind, parsed.unit)).toBe(id);
        expect(unitOfPlace(id)).toBe(parsed.unit);
      }
      for (const name of parsed.kind === 'weight' ? [parsed.from, parsed.to] : [parsed.unit])
        expect(names, id).toContain(name);
    }
  }
});

test.each(['', 'e', 'ey1', 'q:h1', 'w:x1', ':h1'])('parsePlaceId: rejects %j', (text) => {
  expect(parsePlaceId(text)).toBeUndefined();
});
