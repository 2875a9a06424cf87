import { type Part, partKind } from '../../../src/question/part.ts';
import { type Asked, namesFor } from '../asked.ts';
import { product, sumOfProducts, type Write } from '../calculation.ts';
import { shown, type Random } from '../figures.ts';
import { f, fPrime } from '../functions.ts';
import { type Found, termsOf } from '../honest.ts';
import { dial } from '../lever.ts';
import { type Sight, sightOf } from '../sight.ts';

/** The lever one notch up or down: the change of E as it is displayed, divided. */
function estimate({ situation, question }: Asked, isUp: boolean): number {
  const shift = isUp ? 0.1 : -0.1;
  const change = dial(situation, question.edge!, shift) - dial(situation, question.edge!, 0);
  return shown(change) / shift;
}

/** Step of an update and the next weight, one after the other. */
function next({ from, b, w, eta, G }: Sight, write: Write): number {
  return shown(from === 'bias' ? b : w[from as number]!) - write(eta * shown(G));
}

/** Value of G where the student has no own δ: by way of S and δ. */
function gradient(sight: Sight, write: Write): number {
  const input = sight.from === 'bias' ? [] : [shown(sight.x[sight.from as number]!)];
  if (Number.isNaN(sight.slope) && sight.isOutput) return product([shown(sight.delta), ...input], write);
  const terms = sight.next.map(({ w, delta }) => [shown(w), shown(delta)]);
  const S = sight.isOutput ? shown(sight.S) : write(sumOfProducts(terms, write));
  return product([S, shown(sight.slope), ...input], write);
}

/** f′ from the output where a textbook writes it so and the student does, else by the key. */
function slope({ layer, a, u }: Sight, isByOutput: boolean, write: Write): number {
  const output = shown(a);
  if (isByOutput && layer.activation === 'sigmoid') return output * write(1 - output);
  if (isByOutput && layer.activation === 'tanh') return 1 - write(output * output);
  return fPrime(layer, shown(u));
}

function error({ y, t, j, loss }: Sight, write: Write): number {
  const own = shown(y[j]!);
  const e = own - t[j]!;
  if (loss === 'squared-error') return 2 * write(e);
  if (loss === 'mean-squared-error') return write(2 * write(e)) / y.length;
  if (loss === 'binary-cross-entropy') return write(e) / write(own * write(1 - own));
  return e;
}

/** Output from the student's own sum, by the key f. */
function outputByKey(asked: Asked, part: Part, { layer, sums, u, j }: Sight, found: Found): number {
  const own = found[`u:${namesFor(asked, part).own}`] ?? shown(u);
  return f(
    layer,
    own,
    sums.map((sum, i) => (i === j ? own : shown(sum))),
  );
}

/**
 * Value of a number part, worked out from displayed values and from what the student has found before.
 *
 * @param write  rounds a result on the way as the student writes it down
 * @param draw   decides which of several ways is taken; the same at each call for one answer
 */
export function workedPart(asked: Asked, part: Part, found: Found, draw: Random): (write: Write) => number {
  const sight = sightOf(asked.situation, asked.question, part);
  const way = draw() < 0.5;
  const kind = partKind(part);
  return (write) => {
    switch (kind) {
      case 'estimate':
        return estimate(asked, way);
      case 'next':
        return next(sight, write);
      case 'a':
        return outputByKey(asked, part, sight, found);
      case 'f':
        return slope(sight, way, write);
      case 'e':
        return error(sight, write);
      case 'G':
        if (found['delta'] === undefined) return gradient(sight, write);
        break;
      default:
    }
    const terms = termsOf(sight, part, found, namesFor(asked, part));
    if (!terms) throw new RangeError(`no student for ${part}`);
    return sumOfProducts(terms, write);
  };
}

/** Output by the key f, in the figures in which the page writes it; undefined for another part. */
export function byFunctionKey(asked: Asked, part: Part, found: Found): number | undefined {
  if (partKind(part) !== 'a') return undefined;
  return shown(outputByKey(asked, part, sightOf(asked.situation, asked.question, part), found));
}
