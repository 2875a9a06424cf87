import { polite, urgent } from '../announcer';

/** Live regions of the page: a polite one, and an urgent one for time. */
export function Announcer() {
  return (
    <>
      <div role="status" aria-live="polite" aria-atomic="false" class="visually-hidden">
        {polite.value.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      <div role="alert" class="visually-hidden">
        {urgent.value}
      </div>
    </>
  );
}
