import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreateSessionReply } from '@relay/shared/protocol';
import { freePort } from '../../../server/src/cluster/freePort.ts';

const ENTRY = join(import.meta.dirname, '..', '..', '..', 'server', 'src', 'main.ts');
const HOST_CODE = 'bench-host-code';

/** The real server in a process of its own. */
export interface GameServer {
  readonly port: number;
  readonly createSession: (network: string) => Promise<CreateSessionReply>;
  readonly close: () => Promise<void>;
}

/** @param publicUrl  address at which browsers open it, with PORT in place of its port */
export async function startServer(publicUrl: string): Promise<GameServer> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'relay-bench-'));
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: data,
    HOST_CODE,
    LOG_LEVEL: 'warn',
    PUBLIC_URL: publicUrl.replace('PORT', String(port)),
  };
  const child = spawn(process.execPath, [ENTRY], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const isUp = (): Promise<boolean> =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    port,
    createSession: async (network) => {
      const reply = await fetch(`${url}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ hostCode: HOST_CODE, network, teams: 1 }),
      });
      return (await reply.json()) as CreateSessionReply;
    },
    close: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
