import type { NetworkFile } from '../network/networkFile.ts';
import { presetById } from '../network/presets.ts';
import type { Actor, Command, RoomCommand, Stamped } from '../referee/command.ts';
import { decide } from '../referee/decide.ts';
import type { Decision } from '../referee/decision.ts';
import type { Event } from '../referee/event.ts';
import { evolve } from '../referee/evolve.ts';
import type { Press } from '../referee/press.ts';
import { commandIn } from '../referee/session/moment.ts';
import { DEFAULT_SETTINGS } from '../lesson/settings.ts';
import { askedOf, seatOf } from '../referee/round/progress.ts';
import type { Seat } from '../referee/round/run.ts';
import type { Settings } from '../referee/session/settings.ts';
import type { PlayerId, Session } from '../referee/session/state.ts';
import type { Part } from '../question/question.ts';
import { rightAnswer, setOf } from './answers.ts';

/** A referee with its log and a clock that moves only when a test moves it. */
export class TestTable {
  readonly log: Event[] = [];
  readonly texts = new Map<string, string>();
  session!: Session;
  at = 1_000_000;
  private answers = 0;

  static open(preset = 'mazur', settings: Partial<Settings> = {}, seed = 1): TestTable {
    return TestTable.openOn(presetById(preset)!, settings, seed);
  }

  static openOn(file: NetworkFile, settings: Partial<Settings> = {}, seed = 1, id = 's'): TestTable {
    const table = new TestTable();
    table.room({
      type: 'createSession',
      id,
      seed,
      file,
      settings: { ...DEFAULT_SETTINGS, ...settings },
    });
    return table;
  }

  /** A started session with players `p1`, `p2`, …. */
  static started(preset: string, players: number, settings: Partial<Settings> = {}, seed = 1): TestTable {
    return TestTable.startedOn(presetById(preset)!, players, settings, seed);
  }

  static startedOn(
    file: NetworkFile,
    players: number,
    settings: Partial<Settings> = {},
    seed = 1,
  ): TestTable {
    const table = TestTable.openOn(file, settings, seed);
    for (let i = 1; i <= players; i++) table.room({ type: 'joinPlayer', player: `p${i}` });
    table.host({ type: 'start' });
    return table;
  }

  room(command: RoomCommand): Decision {
    return this.take(decide(this.session ?? null, { command, by: { role: 'room' }, at: this.at }));
  }

  /** Takes a host's press, at the moment that it names, else at the present one. */
  host(press: Press<Command>): Decision {
    return this.take(decide(this.session, this.stamped(press, { role: 'host' })));
  }

  player(player: PlayerId, press: Press<Command>): Decision {
    return this.take(decide(this.session, this.stamped(press, { role: 'player', player }), this.texts));
  }

  /** Answers in the player's present round; the answer's id is new unless given. */
  answer(player: PlayerId, part: Part, raw: string, answerId = `answer-${++this.answers}`): Decision {
    const run = this.session.players[player]?.run ?? 'A';
    const round = this.session.runs[run]?.round ?? 1;
    return this.player(player, { type: 'submitAnswer', answerId, run, round, part, raw });
  }

  /** Answers every part right at the first try. */
  ace(player: PlayerId): void {
    const run = this.session.runs[this.session.players[player]!.run!]!;
    const { question, truth } = askedOf(run, this.seat(player))!;
    for (const part of question.parts) this.answer(player, part, rightAnswer(truth, part));
  }

  /** Seat of the player in the present round. */
  seat(player: PlayerId): Seat {
    return seatOf(this.session.runs[this.session.players[player]!.run!]!, player)!;
  }

  /** Truths of a contribution asked of the player. */
  truth(player: PlayerId) {
    return setOf(this.seat(player).truth!);
  }

  next(times = 1): void {
    for (let i = 0; i < times; i++) this.host({ type: 'next' });
  }

  /** A press as the referee gets it from a page that shows the present moment. */
  stamped(press: Press<Command>, by: Actor): Stamped {
    return { command: commandIn(this.session, press), by, at: this.at };
  }

  private take(decision: Decision): Decision {
    if (decision.accepted) {
      for (const event of decision.events) {
        this.log.push(event);
        this.session = evolve(this.session ?? null, event);
      }
      const { text } = decision;
      if (text) this.texts.set(text.key, text.text);
    }
    return decision;
  }
}
