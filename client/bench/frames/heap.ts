import type { CDPSession } from '@playwright/test';

/** Bytes of a page's heap that are in use after a collection. */
export interface Heap {
  /** Objects that the page's scripts have made. */
  readonly objects: number;
  /** Compiled code: it grows for as long as the browser learns what is run often. */
  readonly code: number;
}

/** Heap snapshot of V8, as far as it is read here. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
    };
  };
  /** All nodes one after the other, each with its fields. */
  readonly nodes: readonly number[];
}

async function snapshotOf(session: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return JSON.parse(chunks.join('')) as Snapshot;
}

/** Collects garbage and adds up what is left. */
export async function heapOf(session: CDPSession): Promise<Heap> {
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { snapshot, nodes } = await snapshotOf(session);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const codeType = types[0].indexOf('code');
  const sums = { objects: 0, code: 0 };
  for (let at = 0; at < nodes.length; at += fields.length)
    sums[nodes[at + type] === codeType ? 'code' : 'objects'] += nodes[at + size]!;
  return sums;
}
