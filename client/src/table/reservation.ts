import type { SeatReservation } from '@relay/shared/protocol/replies';

/** Seat that the reply to joining has reserved: the table takes it without asking again. One at a time. */
let reserved: { readonly token: string; readonly seat: SeatReservation } | null = null;

export function noteReservation(token: string, seat: SeatReservation): void {
  reserved = { token, seat };
}

/** Hands out a reserved seat once. @returns null when none is reserved for this token */
export function takeReservation(token: string): SeatReservation | null {
  if (reserved?.token !== token) return null;
  const { seat } = reserved;
  reserved = null;
  return seat;
}
