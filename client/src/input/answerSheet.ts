import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Reply } from '@relay/shared/protocol';
import type { PlaceId } from '@relay/shared/question/place';
import type { Part, Verdict } from '@relay/shared/question/question';
import type { Rejection } from '@relay/shared/referee/rejection';
import { isSettled } from '@relay/shared/referee/progress';
import type { PlayerView } from '@relay/shared/referee/view';
import type { Table } from '../table/table';
import type { Draft, DraftStore, Line } from './draft';
import { newAnswerId } from './answerId';

type Seat = NonNullable<PlayerView['seat']>;

/** What came back on one part that was sent. */
export interface Note {
  readonly part: Part;
  readonly raw: string;
  readonly result: Verdict | { readonly outcome: 'refused'; readonly rejection: Rejection };
  /** Tries used up by now. */
  readonly tries: number;
  /** Counts up, so that the same sentence twice is news twice. */
  readonly serial: number;
}

/**
 * One player's working on one question: the places it has taken, its lines, what was said to each. Decides nothing:
 * what is right comes from the table.
 */
export class AnswerSheet {
  readonly round: number;
  readonly draft: ReadonlySignal<Draft>;
  readonly notes = signal<Partial<Readonly<Record<Part, Note>>>>({});
  readonly newest = signal<Note | null>(null);
  readonly sending = signal<ReadonlySet<Part>>(new Set());
  /** The line that the keypad writes into. */
  readonly focus = signal<Line | null>(null);
  readonly #draft;
  readonly #table: Table;
  readonly #store: DraftStore;
  readonly #run: string;
  /** Parts that were changed since they were last sent. */
  readonly #changed = new Set<Part>();
  #serial = 0;

  constructor(table: Table, run: string, seat: Seat, store: DraftStore) {
    this.#table = table;
    this.#run = run;
    this.#store = store;
    this.round = seat.round;
    this.#draft = signal(store.read(seat.round));
    this.draft = computed(() => this.#draft.value);
    for (const part of seat.parts) {
      const answer = seat.answers[part];
      if (this.#raw(part) !== (answer?.raw ?? '')) this.#changed.add(part);
    }
  }

  /** Takes a place or puts it back. */
  toggle(place: PlaceId): 'taken' | 'released' | 'fixed' {
    if (this.#isRight('places')) return 'fixed';
    const { taken } = this.#draft.value;
    const has = taken.includes(place);
    this.#change('places', { taken: has ? taken.filter((other) => other !== place) : [...taken, place] });
    return has ? 'released' : 'taken';
  }

  type(line: Line, text: string): void {
    this.#change(line, { texts: { ...this.#draft.value.texts, [line]: text } });
  }

  /** Every part that is filled, changed since it was last sent, and not right yet. */
  sendable(): Part[] {
    return this.#seat().parts.filter((part) => this.#changed.has(part) && this.#canSend(part));
  }

  /** @returns whether there was anything to send */
  sendAll(): boolean {
    const parts = this.sendable();
    for (const part of parts) void this.#send(part);
    return parts.length > 0;
  }

  sendPart(part: Part): boolean {
    if (!this.#canSend(part)) return false;
    void this.#send(part);
    return true;
  }

  #seat(): Seat {
    return this.#table.state.peek().mine!.seat!;
  }

  #raw(part: Part): string {
    const { taken, texts } = this.#draft.peek();
    return part === 'places' ? taken.join(' ') : (texts[part] ?? '');
  }

  #isRight(part: Part): boolean {
    return this.#seat().answers[part]?.right ?? false;
  }

  #canSend(part: Part): boolean {
    const answer = this.#seat().answers[part];
    return this.#raw(part).trim() !== '' && !isSettled(answer) && !this.sending.peek().has(part);
  }

  #change(part: Part, change: Partial<Draft>): void {
    this.#changed.add(part);
    this.#draft.value = { ...this.#draft.value, ...change };
    this.#store.write(this.round, this.#draft.value);
  }

  async #send(part: Part): Promise<void> {
    const raw = this.#raw(part);
    const triesBefore = this.#seat().answers[part]?.tries ?? 0;
    this.#changed.delete(part);
    this.sending.value = new Set([...this.sending.value, part]);
    const { round } = this;
    const reply = await this.#table.send({
      type: 'submitAnswer',
      answerId: newAnswerId(),
      run: this.#run,
      round,
      part,
      raw,
    });
    batch(() => {
      this.sending.value = new Set([...this.sending.value].filter((other) => other !== part));
      this.#note(part, raw, triesBefore, reply);
    });
  }

  #note(part: Part, raw: string, triesBefore: number, reply: Reply): void {
    const result = reply.accepted
      ? (reply.verdict ?? ({ outcome: 'unreadable' } as const))
      : ({ outcome: 'refused', rejection: reply.rejection } as const);
    // Refused or unread: the same text may be sent once more.
    const isUsed = result.outcome === 'correct' || result.outcome === 'wrong';
    if (result.outcome === 'refused') this.#changed.add(part);
    const note: Note = { part, raw, result, tries: triesBefore + (isUsed ? 1 : 0), serial: ++this.#serial };
    this.notes.value = { ...this.notes.value, [part]: note };
    this.newest.value = note;
  }
}

const isLine = (part: Part): part is Line => part !== 'places';

/** The typed lines that a question asks for; what is chosen is none. */
export function linesOf(parts: readonly Part[]): Line[] {
  return parts.filter(isLine).filter((part) => part !== 'direction' && part !== 'term');
}
