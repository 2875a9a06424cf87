import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Reply } from '@relay/shared/protocol';
import type { PlaceId } from '@relay/shared/question/places/place';
import { isNumberPart, isPlacesPart, type Part } from '@relay/shared/question/part';
import { isSameAnswer } from '@relay/shared/question/grade';
import type { AnswerReply } from '@relay/shared/question/question';
import type { Rejection } from '@relay/shared/referee/rejection';
import { isSettled } from '@relay/shared/referee/round/progress';
import type { PartView, PlayerView } from '@relay/shared/referee/view';
import type { Table } from '../table/table';
import type { Draft, DraftStore, Line } from './draft';
import { EnterBurst } from './enterBurst';
import { type PlaceGroups, placeGroupsOf } from './placeGroups';

type Seat = NonNullable<PlayerView['seat']>;

/** Answer of a seat to a part, the extra question included. */
export function answerOf(seat: Seat, part: Part): PartView | undefined {
  return part === 'extra' ? (seat.extraQuestion?.answer ?? undefined) : seat.answers[part];
}

/** Decimals in which the answer to a part has as many figures as asked; undefined for parts that are no numbers. */
function decimalsOf(seat: Seat, part: Part): number | undefined {
  return part === 'extra'
    ? (seat.decimals.extra ?? seat.extraQuestion?.decimals ?? undefined)
    : seat.decimals[part];
}

/** Reply to one part that was sent. */
export interface Note {
  readonly part: Part;
  /** Answer as typed; null where the text has been erased. */
  readonly raw: string | null;
  readonly result: AnswerReply | { readonly outcome: 'refused'; readonly rejection: Rejection };
  /** Tries used up by now. */
  readonly tries: number;
  /** Serial number, so that the same sentence is announced twice. */
  readonly serial: number;
  /** Decimals in which the answer has as many figures as asked; absent where none is a number. */
  readonly decimals?: number | undefined;
  /** Verdict on the same answer when it was sent for the first time; absent where this page has not shown it. */
  readonly earlier?: Note | undefined;
}

/** Makes a random id, 128 bits in hex. `randomUUID` does not exist on a page over plain http. */
function newAnswerId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/**
 * Entries of one player for one question: taken places, typed lines, and the reply to each. Decides nothing: verdicts
 * come from the table.
 */
export class AnswerForm {
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
  /** Presses of Enter in the lines. */
  readonly enter = new EnterBurst<Line>();
  /** Wrong answers so far, with what was told about them. */
  #wrong: readonly Note[] = [];
  /** Raw text sent last, by part. */
  readonly #sent = new Map<Part, string>();
  #serial = 0;

  constructor(table: Table, run: string, seat: Seat, store: DraftStore) {
    this.#table = table;
    this.#run = run;
    this.#store = store;
    this.round = seat.round;
    this.#draft = signal(store.read(seat.round));
    this.draft = computed(() => this.#draft.value);
    for (const part of [...seat.parts, 'extra' as const]) {
      const answer = answerOf(seat, part);
      if (!answer) continue;
      const { raw, verdict: result, tries } = answer;
      if (raw !== null) this.#sent.set(part, raw);
      if (result.outcome === 'wrong') this.#wrong = [...this.#wrong, { part, raw, result, tries, serial: 0 }];
    }
  }

  /** The taken places, by the part that they belong to. */
  placeGroups(): PlaceGroups {
    const { view } = this.#table.state.peek();
    return placeGroupsOf(view!.networks[this.#run]!, this.#seat(), this.#draft.value.taken);
  }

  isFixed(place: PlaceId): boolean {
    const { places, own } = this.#seat().answers;
    return (places?.right ?? false) || (isSettled(own) && this.placeGroups().own.includes(place));
  }

  /** Takes a place or releases it. `later`: the place belongs to the parcel, which has not arrived yet. */
  toggle(place: PlaceId): 'taken' | 'released' | 'fixed' | 'later' {
    if (this.isFixed(place)) return 'fixed';
    const { answers, turn, parts } = this.#seat();
    if (turn === 'waiting' && (isSettled(answers.own) || !parts.includes('own'))) return 'later';
    const { taken } = this.#draft.value;
    const has = taken.includes(place);
    this.#change({ taken: has ? taken.filter((other) => other !== place) : [...taken, place] });
    return has ? 'released' : 'taken';
  }

  type(line: Line, text: string): void {
    this.enter.end();
    this.#change({ texts: { ...this.#draft.value.texts, [line]: text } });
  }

  /** Empties the line of the extra question, for the next one. */
  clearExtra(): void {
    this.#sent.delete('extra');
    this.type('extra', '');
  }

  /**
   * Sends all given parts that are filled, changed since they were last sent, and not settled. Where nothing changed, it
   * sends the first one again, which costs nothing and gets the same reply.
   *
   * @returns true when there was anything to send, or something is on its way
   */
  sendAll(parts: readonly Part[]): boolean {
    const open = parts.filter((part) => this.#canSend(part));
    const changed = open.filter((part) => this.#raw(part) !== this.#sent.get(part));
    const isSending = this.sending.peek().size > 0;
    const ready = changed.length > 0 || isSending ? changed : open.slice(0, 1);
    for (const part of ready) void this.#send(part);
    return ready.length > 0 || isSending;
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
    return isPlacesPart(part) ? this.placeGroups()[part].join(' ') : (this.#draft.peek().texts[part] ?? '');
  }

  #canSend(part: Part): boolean {
    const answer = answerOf(this.#seat(), part);
    return this.#raw(part).trim() !== '' && !isSettled(answer) && !this.sending.peek().has(part);
  }

  #change(change: Partial<Draft>): void {
    this.#draft.value = { ...this.#draft.value, ...change };
    this.#store.write(this.round, this.#draft.value);
  }

  #toldBefore(part: Part, raw: string | null, read: number | null): Note | undefined {
    return this.#wrong.find(
      (note) =>
        note.part === part &&
        note.result.outcome === 'wrong' &&
        isSameAnswer({ given: raw, read }, { given: note.raw, read: note.result.read }),
    );
  }

  async #send(part: Part): Promise<void> {
    const raw = this.#raw(part);
    // Read now: the view that follows the last answer of a round may be without a seat.
    const seat = this.#seat();
    const triesBefore = answerOf(seat, part)?.tries ?? 0;
    this.#sent.set(part, raw);
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
      this.#note({ part, raw, decimals: decimalsOf(seat, part) }, triesBefore, reply);
    });
  }

  #note(sent: Pick<Note, 'part' | 'raw' | 'decimals'>, triesBefore: number, reply: Reply): void {
    const { part, raw } = sent;
    const result = reply.accepted
      ? (reply.verdict ?? ({ outcome: 'unreadable' } as const))
      : ({ outcome: 'refused', rejection: reply.rejection } as const);
    // Refused or unread: the same text may be sent once more.
    const isUsed = result.outcome === 'correct' || result.outcome === 'wrong';
    if (result.outcome === 'refused') this.#sent.delete(part);
    const tries = triesBefore + (isUsed ? 1 : 0);
    const note: Note = {
      ...{ ...sent, result, tries, serial: ++this.#serial },
      earlier: result.outcome === 'repeated' ? this.#toldBefore(part, raw, result.read) : undefined,
    };
    if (result.outcome === 'wrong') this.#wrong = [...this.#wrong, note];
    this.notes.value = { ...this.notes.value, [part]: note };
    this.newest.value = note;
  }
}

/** The lines that a question asks for: the parts that are typed on the keypad. */
export function linesOf(parts: readonly Part[]): Line[] {
  return parts.filter(isNumberPart);
}
