import type fc from 'fast-check';
import { expect } from 'vitest';
import type { Decision } from '../../referee/decision.ts';
import type { TestTable } from '../table.ts';
import type { Model } from './model.ts';

/** Reply in one word; an answer that was wrong before is accepted and changes nothing. */
export function says(decision: Decision): string {
  if (!decision.accepted) return decision.rejection;
  const isRepeated = decision.verdict?.outcome === 'repeated' && decision.events.length === 0;
  return isRepeated ? 'repeated' : 'accepted';
}

/** A command with the model's expected answer, and its effect on the model when it is accepted. */
export class Act implements fc.Command<Model, TestTable> {
  private readonly name: string;
  private readonly expected: (model: Model) => string;
  private readonly send: (table: TestTable) => Decision;
  private readonly follow: (model: Model, table: TestTable) => void;

  constructor(
    name: string,
    expected: (model: Model) => string,
    send: (table: TestTable) => Decision,
    follow: (model: Model, table: TestTable) => void = () => undefined,
  ) {
    this.name = name;
    this.expected = expected;
    this.send = send;
    this.follow = follow;
  }

  check = (): boolean => true;

  run(model: Model, table: TestTable): void {
    const expected = this.expected(model);
    expect(says(this.send(table)), this.name).toBe(expected);
    if (expected === 'accepted') this.follow(model, table);
    for (const [id, points] of model.points)
      expect(table.session.players[id]!.questionPoints).toBeCloseTo(points, 6);
  }

  toString = (): string => this.name;
}
