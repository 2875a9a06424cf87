import type { CreateSessionReply, CreateSessionRequest } from '@relay/shared/protocol';

/** Lesson on the default network; a question is one answer, so that a right one completes it. */
const CHOSEN = {
  network: 'swap-two-slopes',
  kind: 'hosted',
  help: 'blank',
  settings: { teams: 'bySize', helpAdapts: false },
} as const satisfies Partial<CreateSessionRequest>;

/** Creates sessions over HTTP, as a host's page does. @throws {Error} the server refused one */
export async function createSessions(
  port: number,
  hostCode: string,
  count: number,
): Promise<readonly CreateSessionReply[]> {
  const created: CreateSessionReply[] = [];
  for (let i = 0; i < count; i++) {
    const response = await fetch(`http://127.0.0.1:${port}/api/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ hostCode, ...CHOSEN }),
    });
    if (!response.ok) throw new Error(`no session: ${response.status} ${await response.text()}`);
    created.push((await response.json()) as CreateSessionReply);
  }
  return created;
}
