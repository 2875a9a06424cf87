import { partKind, partUnit } from '@relay/shared/question/question';
import type { AskProps } from './ask';

/** Nothing but the lines that are asked for. */
export function LinesForm({ lines, entry }: AskProps) {
  return (
    <div class="formula">
      <div class="lines">
        {lines.map((line) => entry(line, <span class="symbol">{partUnit(line) ?? partKind(line)}</span>))}
      </div>
    </div>
  );
}
