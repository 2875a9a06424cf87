/**
 * Names under which a mistake of `students.ts` counts as recognised, by student and part; `*`: in every part. Names that
 * the catalogue gets later are added here.
 */
const ACCEPTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'valve of a neighbour': { '*': ['slope-wrong-unit'] },
  'one of three or more ways left out': { '*': ['sum-one-path'] },
  'valve answered 1': { '*': ['slope-missing', 'slope-gate-ignored'] },
  'error is the target': { '*': ['output-missing'] },
  'error is the output': { '*': ['target-missing'] },
  'sign of a chord': { '*': ['sign', 'sign-slip'] },
  'sign of a chord over two notches': { '*': ['sign', 'sign-slip'] },
  'no weights': { '*': ['sum-no-weights'] },
  'no weights, the sum is 0': { '*': ['sum-no-weights'] },
  'sum of the outgoing gradients': { '*': ['sum-gradients'] },
  '1 − a for f′': { '*': ['slope-half-formula'] },
  '1 − a² for f′': { '*': ['slope-half-formula'] },
  '1 − 2a for f′': { '*': ['slope-half-formula'] },
  'a² for f′': { '*': ['slope-half-formula'] },
  'a(1 − a) for f′ of tanh': { '*': ['slope-half-formula'] },
  'a(1 + a) for f′': { '*': ['slope-half-formula'] },
  'G in δ’s box': { '*': ['input-applied'] },
  'G in S’s box': { '*': ['input-applied'] },
  'δ in S’s box': { '*': ['parcel-given'] },
  'S in δ’s box': { '*': ['slope-missing', 'slope-gate-ignored'] },
  'S in G’s box': { '*': ['slope-missing', 'slope-gate-ignored', 'input-missing'] },
  'δ in G’s box': { '*': ['input-missing'] },
  'target of another sample': { '*': ['target-other'] },
};

/** Names that are right for a student in a part. */
export function acceptedIds(student: string, part: string): readonly string[] {
  const own = ACCEPTED[student] ?? {};
  return own[part] ?? own['*'] ?? [];
}
