import type { ReportReply, ReportRequest } from '@relay/shared/protocol';
import { useEffect, useState } from 'preact/hooks';
import { askReport, type HttpRejection } from '../../table/httpClient';

/** State of a report that is asked for. */
export type ReportState =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly rejection: HttpRejection }
  | { readonly state: 'here'; readonly reply: ReportReply };

/** Report of a session; asked for at once where a request is known. What is shown stays until the next one has arrived. */
export function useReport(first: ReportRequest | null) {
  const [report, setReport] = useState<ReportState>({ state: 'none' });
  const [request, setRequest] = useState(first);
  const ask = async (asked: ReportRequest): Promise<void> => {
    setRequest(asked);
    setReport((before) => (before.state === 'here' ? before : { state: 'loading' }));
    const result = await askReport(asked);
    setReport(
      result.ok ? { state: 'here', reply: result.reply } : { state: 'refused', rejection: result.rejection },
    );
  };
  useEffect(() => {
    if (first) void ask(first);
  }, []);
  return { report, request, ask };
}
