import { useEffect } from 'preact/hooks';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { Character } from '../parts/Character';
import { joinAddress, joinHost, learnJoinOrigin } from '../parts/joinAddress';
import { Qr } from '../parts/Qr';

/** More than these are shown by name alone. */
const MOST_CHARACTERS = 18;

/** Come in: address, code and QR large enough for the last row, and who is here. */
export function ProjectorLobby({ state }: { readonly state: TableState }) {
  useEffect(learnJoinOrigin, []);
  const people = Object.entries(state.view?.players ?? {});
  const isCrowd = people.length > MOST_CHARACTERS;
  return (
    <main class="big-lobby">
      <section class="big-invitation">
        <div class="big-words">
          <h1>{t('projector.joinHeading')}</h1>
          <p class="big-address">{joinHost()}</p>
          <p class="big-code digits" data-testid="session-code" data-value={state.code}>
            {state.code}
          </p>
        </div>
        <Qr text={joinAddress(state.code)} class="big-qr" />
      </section>
      <section class="big-people">
        {people.length === 0 ? (
          <p class="muted">{t('projector.waiting')}</p>
        ) : (
          <ul class={isCrowd ? 'names names-big' : 'crew'}>
            {people.map(([id, { name, present }], i) => (
              <li key={id} class={`${isCrowd ? 'name' : 'crew-member'} ${present ? '' : 'is-away'}`}>
                {!isCrowd && (
                  <Character
                    kind={i % 2 === 0 ? 'hidden' : 'output'}
                    mood={i % 3 === 0 ? 'wave' : 'idle'}
                    class="crew-figure"
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
