import type { SeatReservation } from '@relay/shared/protocol';

/** Asks for a seat with a token, as a page does. @throws {Refused} the server refused the request */
export async function askForSeat(url: string, code: string, token: string): Promise<SeatReservation> {
  const response = await fetch(`${url}/api/resume`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, token }),
  });
  const said = (await response.json()) as { readonly seat: SeatReservation; readonly rejection?: string };
  if (!response.ok) throw new Refused(response.status, said.rejection ?? '');
  return said.seat;
}

/** Refusal of a request for a seat. */
class Refused extends Error {
  readonly code: number;

  constructor(code: number, rejection: string) {
    super(rejection);
    this.code = code;
  }
}
