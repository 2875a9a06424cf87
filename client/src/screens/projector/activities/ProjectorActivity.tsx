import type { PublicView } from '@relay/shared/referee/view';
import type { Activity } from '../../../picture/activities/activity';
import { ProjectorExitTicket } from './ProjectorExitTicket';
import { ProjectorTalk } from './ProjectorTalk';
import { ProjectorTrial } from './ProjectorTrial';
import { ProjectorVote } from './ProjectorVote';

interface BigTogetherProps {
  readonly view: PublicView;
  readonly run: string;
  readonly activity: Activity;
}

export function ProjectorActivity({ view, run, activity }: BigTogetherProps) {
  switch (activity.type) {
    case 'vote':
      return <ProjectorVote view={view} vote={activity} />;
    case 'trial':
      return <ProjectorTrial view={view} run={run} trial={activity} />;
    case 'talk':
      return <ProjectorTalk />;
    case 'exitTicket':
      return <ProjectorExitTicket view={view} sheet={activity} />;
  }
}
