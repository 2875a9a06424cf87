import type { Reply } from '@relay/shared/protocol';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { LoopLag } from './LoopLag.ts';

/** Upper bounds of the histograms' buckets, s. */
const LATENCY_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Counts of one server, as `GET /metrics` shows them. Counting costs an increment where something happens; gauges are
 * read when somebody asks. No label holds a name, a code, an address or an id.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #loopLag = new LoopLag();

  readonly answers = this.counter('relay_answers_total', 'Answers received.');
  readonly verdicts = this.counter('relay_verdicts_total', 'Answers graded, by outcome.', ['outcome']);
  readonly rejections = this.counter('relay_rejections_total', 'What was refused, by reason and way.', [
    'reason',
    'way',
  ]);
  readonly verdictSeconds = this.#histogram(
    'relay_verdict_seconds',
    'Time from the arrival of an answer to its verdict, journal included.',
  );
  readonly journalSeconds = this.#histogram(
    'relay_journal_append_seconds',
    'Time until an entry was stored durably.',
  );
  readonly journalFailures = this.counter(
    'relay_journal_failures_total',
    'Entries that could not be stored.',
  );
  readonly sessionsCreated = this.counter('relay_sessions_created_total', 'Sessions created.');
  readonly sessionsNotOpened = this.counter(
    'relay_sessions_not_reopened_total',
    'Attempts to open a session from the journal that failed.',
  );
  readonly sessionsErased = this.counter('relay_sessions_erased_total', 'Sessions whose data was erased.');
  readonly returns = this.counter('relay_returns_total', 'Pages that came back with their token, by role.', [
    'role',
  ]);
  readonly sockets = new Gauge({
    name: 'relay_sockets',
    help: 'WebSockets of pages in sessions, by role.',
    labelNames: ['role'],
    registers: [this.#registry],
  });
  readonly players = new Gauge({
    name: 'relay_players_connected',
    help: 'Players with at least one WebSocket.',
    registers: [this.#registry],
  });

  constructor() {
    this.readGauge(
      'relay_event_loop_lag_seconds',
      'How late timers were since the last look.',
      'quantile',
      () => this.#loopLag.sinceLastLook(),
    );
    this.readCounter('process_cpu_seconds_total', 'Processor time of the process.', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    });
    this.readGauge('process_resident_memory_bytes', 'Memory of the process.', null, () =>
      process.memoryUsage.rss(),
    );
    const startedAt = performance.timeOrigin / 1_000;
    this.readGauge(
      'process_start_time_seconds',
      'Start of the process, s since the epoch.',
      null,
      () => startedAt,
    );
  }

  /** A counter that is incremented where something happens. */
  counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  /** A gauge that is read when somebody asks: one number, or one for each value of a label. */
  readGauge(
    name: string,
    help: string,
    label: string | null,
    read: () => number | Readonly<Record<string, number>>,
  ): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      registers: [],
      collect(): void {
        const now = read();
        if (typeof now === 'number') return this.set(now);
        for (const [value, number] of Object.entries(now)) this.set({ [label!]: value }, number);
      },
    });
    this.#registry.registerMetric(gauge);
  }

  /** A counter that something else keeps, read when somebody asks. */
  readCounter(name: string, help: string, read: () => number): void {
    const counter = new Counter({
      name,
      help,
      registers: [],
      collect(): void {
        this.reset();
        this.inc(read());
      },
    });
    this.#registry.registerMetric(counter);
  }

  /** Notes the reply to a command of a page. @param since  `performance.now()` at its arrival */
  noteReply(reply: Reply, since: number): void {
    if (!reply.accepted) return this.rejections.inc({ reason: reply.rejection, way: 'room' });
    if (!reply.verdict) return;
    this.verdicts.inc({ outcome: reply.verdict.outcome });
    this.verdictSeconds.observe((performance.now() - since) / 1_000);
  }

  /** All metrics in Prometheus' text format, and its content type. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  close(): void {
    this.#loopLag.close();
  }

  #histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets: LATENCY_BUCKETS_S, registers: [this.#registry] });
  }
}
