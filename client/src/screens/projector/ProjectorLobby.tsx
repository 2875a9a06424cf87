import { useEffect } from 'preact/hooks';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { sessionOf } from '../../picture/session';
import { Character } from '../parts/Character';
import { Goal } from '../parts/Goal';
import { joinAddress, joinHost, learnJoinOrigin } from '../parts/joinAddress';
import { Qr } from '../parts/Qr';
import { cx } from '../../styles/cx';
import nameStyles from '../parts/names.module.css';
import styles from './ProjectorLobby.module.css';

/** Characters drawn at most; further players are shown by name alone. */
const MOST_CHARACTERS = 18;

/** Lobby on the projector: address, session code and QR code readable from the last row, and the players. */
export function ProjectorLobby({ state }: { readonly state: TableState }) {
  useEffect(learnJoinOrigin, []);
  const people = Object.entries(state.view?.players ?? {});
  const isCrowd = people.length > MOST_CHARACTERS;
  const hasNames = sessionOf(state.view)?.display.names ?? true;
  return (
    <main class={styles.bigLobby}>
      <section class={styles.bigInvitation}>
        <div class={styles.bigWords}>
          <h1>{t('projector.joinHeading')}</h1>
          <p class={styles.bigAddress} style={{ '--characters': String(joinHost().length) }}>
            {joinHost()}
          </p>
          <p class={cx(styles.bigCode, 'digits')} data-testid="session-code" data-value={state.code}>
            {state.code}
          </p>
        </div>
        <Qr text={joinAddress(state.code)} alt={t('host.qr')} class={styles.bigQr} />
      </section>
      <Goal view={state.view} class={styles.goal} />
      <section class={styles.bigPeople}>
        {people.length === 0 ? (
          <p class="muted">{t('projector.waiting')}</p>
        ) : isCrowd && !hasNames ? (
          <p>{t('play.lobby.present', { present: people.length })}</p>
        ) : (
          <ul class={cx(isCrowd ? cx(nameStyles.names, styles.namesBig) : styles.crew)}>
            {people.map(([id, { name, present }], i) => (
              <li
                key={id}
                class={cx(
                  isCrowd ? cx(nameStyles.name, styles.name) : styles.crewMember,
                  !present && nameStyles.isAway,
                  !present && styles.isAway,
                )}
              >
                {!isCrowd && (
                  <Character
                    kind={i % 2 === 0 ? 'hidden' : 'output'}
                    mood={i % 3 === 0 ? 'wave' : 'idle'}
                    class={styles.crewFigure}
                  />
                )}
                <span>{name}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}
