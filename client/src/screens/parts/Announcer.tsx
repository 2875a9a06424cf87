import { polite, urgent } from '../announcer';

/** The one polite live region of the page, and the urgent one for time. */
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
