import { goal } from './goal';
import { lobby } from './lobby';
import { shell } from './shell';
import { waiting } from './waiting';

/** Words until the first round: of the start page, of joining and of the lobby. */
export const first = { ...shell, ...waiting, goal, lobby };
