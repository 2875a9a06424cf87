import { useEffect, useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import { isLoopback, joinOrigin, learnJoinOrigin } from '../parts/joinAddress';
import { Link } from '../parts/Link';
import pages from '../parts/pages.module.css';
import { Qr } from '../parts/Qr';
import shared from '../parts/shared.module.css';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import { checkConnection } from './checkConnection';
import styles from './Check.module.css';
import { CHECK_SECONDS, type Finding, findingOf, type Measured, NOTHING_MEASURED } from './finding';

type StepState = 'waiting' | 'busy' | 'good' | 'bad';

/** States of the three steps, in order. */
function stepsOf({ server, socket, sent, isOver }: Measured, finding: Finding | null): readonly StepState[] {
  const first = server === null ? 'busy' : server === 'reached' ? 'good' : 'bad';
  const second =
    socket === null ? (first === 'good' ? 'busy' : 'waiting') : socket === 'open' ? 'good' : 'bad';
  const isWatched = socket === 'open' || sent > 0;
  const third = finding === 'unstable' ? 'bad' : isWatched ? (isOver ? 'good' : 'busy') : 'waiting';
  return [first, second, isOver && third === 'busy' ? 'waiting' : third];
}

const STEPS = ['server', 'socket', 'stable'] as const;

/** Page that checks whether this device can play in this network, and says in plain words what is wrong. */
export function Check() {
  useTitle(t('title.check'));
  useEffect(learnJoinOrigin, []);
  const [runs, setRuns] = useState(1);
  const [measured, setMeasured] = useState<Measured>(NOTHING_MEASURED);
  useEffect(() => {
    const ended = new AbortController();
    setMeasured(NOTHING_MEASURED);
    void checkConnection(setMeasured, ended.signal);
    return () => ended.abort();
  }, [runs]);
  const finding = findingOf(measured);
  const states = stepsOf(measured, finding);
  return (
    <Shell>
      <div class={pages.page}>
        <h1>{t('check.heading')}</h1>
        <p>{t('check.intro')}</p>
        <ol class={styles.steps}>
          {STEPS.map((step, i) => (
            <li key={step} data-state={states[i]}>
              {t(`check.step.${step}`)}: <b>{t(`check.state.${states[i]!}`)}</b>
            </li>
          ))}
        </ol>
        <label class={styles.progress}>
          {t('check.seconds', { done: measured.sent, all: CHECK_SECONDS })}
          <progress max={CHECK_SECONDS} value={measured.sent} />
        </label>
        {measured.devices > 0 && <p class="muted">{t('check.devices', { devices: measured.devices })}</p>}
        <div role="status" class={pages.stack}>
          {finding && <Result finding={finding} measured={measured} />}
        </div>
        <div class={shared.fieldRow}>
          {finding && (
            <button type="button" class={shared.button} onClick={() => setRuns(runs + 1)}>
              {t('check.again')}
            </button>
          )}
          <Link to="/join" class={cx(shared.button, finding === 'fine' && shared.buttonFirst)}>
            {t('home.join')}
          </Link>
        </div>
        <OtherDevice />
      </div>
    </Shell>
  );
}

function Result({ finding, measured }: { readonly finding: Finding; readonly measured: Measured }) {
  const { slowestMs, sent, answered, breaks } = measured;
  const figures = { slowest: slowestMs, sent, lost: sent - answered, breaks, address: location.host };
  return (
    <div class={styles.result} data-finding={finding}>
      <h2>{t(`check.result.${finding}.heading`)}</h2>
      <p>{t(`check.result.${finding}.text`, figures)}</p>
      <p>{t(`check.result.${finding}.todo`, figures)}</p>
    </div>
  );
}

/** Advice for a device that does not even show this page; with a QR code on the computer that runs the game. */
function OtherDevice() {
  const address = `${joinOrigin.value}/check`;
  return (
    <section class={pages.stack}>
      <h2>{t('check.apart.heading')}</h2>
      <p>{t('check.apart.text', { address })}</p>
      {isLoopback(location.origin) && !isLoopback(joinOrigin.value) && (
        <Qr class={styles.qr} text={address} alt={t('check.qr')} />
      )}
      <ul class={styles.advice}>
        <li>{t('check.apart.sameNetwork')}</li>
        <li>{t('check.apart.isolated')}</li>
        <li>{t('check.apart.firewall')}</li>
      </ul>
    </section>
  );
}
