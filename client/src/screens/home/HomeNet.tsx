import { largestSlope } from '@relay/shared/maths/activation';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { written } from '../../picture/numbers/written';
import { prefersReducedMotion } from '../motion';
import { Character, type Filling } from '../parts/Character';
import { START, nextStage, type Training, valuesOf } from './training';
import { cx } from '../../styles/cx';
import styles from './HomeNet.module.css';

const STEP_MS = 1_500;
/** Time without a pointer, key or scroll event after which the training pauses, ms. */
const IDLE_AFTER_MS = 10_000;
const ACTIVITY_EVENTS = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/** Edges: [layer after the input, from, to] and the path between the two units. */
const EDGES = [
  [0, 0, 0, 'M84 84C120 70 150 70 180 82'],
  [0, 0, 1, 'M84 96C124 112 140 164 178 186'],
  [0, 1, 0, 'M84 182C124 160 140 112 178 92'],
  [0, 1, 1, 'M84 194C120 208 150 208 180 196'],
  [1, 0, 0, 'M254 84C286 86 296 108 314 122'],
  [1, 1, 0, 'M254 194C286 190 296 166 314 150'],
] as const;

/** Training that advances while the visitor is active; with reduced motion a still picture with true numbers. */
function useTraining(): Training {
  const [training, setTraining] = useState(START);
  useEffect(() => {
    if (prefersReducedMotion()) return;
    let lastActivityAt = performance.now();
    const onActivity = (): void => {
      lastActivityAt = performance.now();
    };
    const timer = setInterval(() => {
      if (!document.hidden && performance.now() - lastActivityAt < IDLE_AFTER_MS) setTraining(nextStage);
    }, STEP_MS);
    for (const event of ACTIVITY_EVENTS) addEventListener(event, onActivity, { passive: true });
    return () => {
      clearInterval(timer);
      for (const event of ACTIVITY_EVENTS) removeEventListener(event, onActivity);
    };
  }, []);
  return training;
}

/** Network that trains on the start page. Decoration: a sentence below describes it. */
export function HomeNet() {
  const training = useTraining();
  const { network, stage, round } = training;
  const { loss } = valuesOf(training);
  const travels = stage === 'forward' || stage === 'backward';
  return (
    <figure class={styles.homeNet}>
      <div class={styles.homePicture} aria-hidden="true">
        <svg viewBox="0 0 400 260" class={styles.homeLines} focusable="false">
          {EDGES.map(([layer, from, to, d]) => {
            const weight = network.weights[layer]![from]![to]!;
            const width = Math.min(9, Math.max(1.5, 1 + 2 * Math.abs(weight)));
            return (
              <path
                key={d}
                class={cx(
                  styles.homeLine,
                  weight < 0 && styles.homeDashed,
                  stage === 'update' && styles.isNew,
                )}
                d={d}
                style={{ strokeWidth: width }}
              />
            );
          })}
          {travels &&
            EDGES.map(([layer, , , d]) => (
              <path
                key={`${round} ${stage} ${d}`}
                class={cx(
                  stage === 'forward' ? styles.homeForward : styles.homeBackward,
                  !((layer === 0) === (stage === 'forward')) && styles.isSecond,
                )}
                style={{ offsetPath: `path('${d}')` }}
                d={stage === 'forward' ? 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z' : 'M4-7-4 0l8 7'}
              />
            ))}
        </svg>
        <Units training={training} />
      </div>
      <figcaption class={cx(styles.homeLoss, 'digits')}>
        {t('home.network')}{' '}
        <b>
          {t('bar.loss')} {loss.toFixed(3)}
        </b>
      </figcaption>
    </figure>
  );
}

/** Units, drawn over the edges: values of the inputs, fillings of the others. */
function Units({ training }: { readonly training: Training }) {
  const { network, sample } = training;
  const { pass, slopes } = valuesOf(training);
  const filling = (layer: number, unit: number): Filling => ({
    sum: Number(pass.sums[layer]![unit]!.toPrecision(2)),
    opening: slopes[layer]![unit]! / largestSlope(network.layers[layer]!),
  });
  return (
    <>
      <Character kind="input" class={cx(styles.homeUnit, styles.atX1)} belly={written(sample.x[0]!)} />
      <Character kind="input" class={cx(styles.homeUnit, styles.atX2)} belly={written(sample.x[1]!)} />
      <Character kind="hidden" class={cx(styles.homeUnit, styles.atH1)} filling={filling(0, 0)} />
      <Character kind="hidden" class={cx(styles.homeUnit, styles.atH2)} mood="wave" filling={filling(0, 1)} />
      <Character kind="output" class={cx(styles.homeUnit, styles.atY1)} filling={filling(1, 0)} />
    </>
  );
}
