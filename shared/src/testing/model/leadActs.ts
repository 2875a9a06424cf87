import { Act } from './act.ts';
import { look, type Model, SEATS, worth } from './model.ts';

/** Acts of the host and the room, and players who join. */

const running = (model: Model, then: () => string): string => {
  if (model.stage === 'ended') return 'sessionEnded';
  return model.stage === 'lobby' ? 'wrongPhase' : then();
};

export const join = (id: string): Act =>
  new Act(
    `${id} joins`,
    (model) => {
      if (model.stage === 'ended') return 'sessionEnded';
      if (model.people.has(id)) return 'accepted';
      if (model.locked) return 'sessionLocked';
      const inside = [...model.people.values()].filter(Boolean).length;
      // The lobby can still open another team; once it runs there is one, and it is full.
      return model.stage === 'running' && inside >= SEATS ? 'sessionFull' : 'accepted';
    },
    (table) => table.room({ type: 'joinPlayer', player: id }),
    (model) => {
      if (model.people.has(id)) return;
      model.people.set(id, true);
      model.points.set(id, 0);
    },
  );

export const start = new Act(
  'start',
  (model) => {
    if (model.stage === 'ended') return 'sessionEnded';
    if (model.stage === 'running') return 'wrongPhase';
    return [...model.people.values()].some(Boolean) ? 'accepted' : 'noPlayers';
  },
  (table) => table.host({ type: 'start' }),
  (model, table) => {
    model.stage = 'running';
    look(model, table);
  },
);

export const next = new Act(
  'next',
  (model) => running(model, () => (model.pausedAt === null ? 'accepted' : 'paused')),
  (table) => table.host({ type: 'next' }),
  (model, table) => {
    if (model.phase === 'update') look(model, table);
    else model.phase = model.phase === 'answering' ? 'reveal' : 'update';
  },
);

export const skip = new Act(
  'skip',
  (model) =>
    running(model, () => {
      if (model.pausedAt !== null) return 'paused';
      return model.phase === 'answering' ? 'accepted' : 'wrongPhase';
    }),
  (table) => table.host({ type: 'skip' }),
  (model) => {
    model.phase = 'update';
    for (const [id, { given, hints, parts }] of model.seats)
      for (const part of given.keys())
        model.points.set(id, model.points.get(id)! - worth(part, parts, given, hints));
  },
);

export const pause = new Act(
  'pause',
  (model) => running(model, () => 'accepted'),
  (table) => table.host({ type: 'pause' }),
  (model) => {
    model.pausedAt ??= model.at;
  },
);

export const resume = new Act(
  'resume',
  (model) => running(model, () => 'accepted'),
  (table) => table.host({ type: 'resume' }),
  (model) => {
    const since = model.pausedAt;
    model.pausedAt = null;
    if (since === null) return;
    for (const seat of model.seats.values()) if (seat.deadlineAt > since) seat.deadlineAt += model.at - since;
  },
);

export const addTime = (ms: number): Act =>
  new Act(
    `${ms} ms more`,
    (model) => running(model, () => (model.phase === 'answering' ? 'accepted' : 'wrongPhase')),
    (table) => table.host({ type: 'addTime', ms }),
    (model) => {
      for (const seat of model.seats.values())
        seat.deadlineAt = Math.max(seat.deadlineAt, model.pausedAt ?? model.at) + ms;
    },
  );

export const lock = (locked: boolean): Act =>
  new Act(
    locked ? 'lock' : 'unlock',
    (model) => (model.stage === 'ended' ? 'sessionEnded' : 'accepted'),
    (table) => table.host({ type: 'lock', locked }),
    (model) => {
      model.locked = locked;
    },
  );

export const remove = (id: string): Act =>
  new Act(
    `${id} is sent away`,
    (model) => (model.people.has(id) ? 'accepted' : 'unknownPlayer'),
    (table) => table.host({ type: 'removePlayer', player: id, banned: false }),
    (model) => {
      model.people.set(id, false);
      model.seats.delete(id);
      model.points.delete(id);
    },
  );

export const end = new Act(
  'end',
  () => 'accepted',
  (table) => table.host({ type: 'end' }),
  (model) => {
    model.stage = 'ended';
    model.pausedAt = null;
  },
);

export const again = new Act(
  'play again',
  (model) => (model.stage === 'ended' ? 'accepted' : 'wrongPhase'),
  (table) => table.host({ type: 'playAgain' }),
  (model) => {
    model.stage = 'lobby';
    model.seats = new Map();
    for (const id of model.points.keys()) model.points.set(id, 0);
  },
);

export const wait = (ms: number): Act =>
  new Act(
    `${ms} ms pass`,
    () => 'accepted',
    (table) => {
      table.at += ms;
      return table.room({ type: 'tick' });
    },
    (model) => {
      model.at += ms;
    },
  );

export const stranger = (id: string): Act =>
  new Act(
    `${id} wants to lead`,
    (model) => (model.stage === 'ended' ? 'sessionEnded' : 'notAllowed'),
    (table) => table.player(id, { type: 'next' }),
  );
