import type { PublicView } from '@relay/shared/referee/view';
import type { Activity } from '../../../view/together';
import { ProjectorExitTicket } from './BigSheet';
import { BigTrial } from './BigTrial';
import { BigVote } from './BigVote';

interface BigTogetherProps {
  readonly view: PublicView;
  readonly run: string;
  readonly activity: Activity;
}

export function BigTogether({ view, run, activity }: BigTogetherProps) {
  switch (activity.type) {
    case 'vote':
      return <BigVote view={view} vote={activity} />;
    case 'trial':
      return <BigTrial view={view} run={run} trial={activity} />;
    case 'sheet':
      return <ProjectorExitTicket view={view} sheet={activity} />;
  }
}
