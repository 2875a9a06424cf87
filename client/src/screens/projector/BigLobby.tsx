import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { joinAddress } from '../host/Invitation';
import { Qr } from '../parts/Qr';

/** Come in: address, code and QR large enough for the last row, and who is here. */
export function BigLobby({ state }: { readonly state: TableState }) {
  const people = Object.entries(state.view?.players ?? {});
  return (
    <main class="big-lobby">
      <section class="big-invitation">
        <div class="big-words">
          <h1>{t('projector.joinHeading')}</h1>
          <p class="big-address">{location.host}</p>
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
          <ul class="names names-big">
            {people.map(([id, { name, present }]) => (
              <li key={id} class={`name ${present ? '' : 'is-away'}`}>
                {name}
              </li>
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}
