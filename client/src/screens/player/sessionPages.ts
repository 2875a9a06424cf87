export { ActivityPage } from './activities/ActivityPage';
export { Ended } from './Ended';
export { Round } from './Round';
export { SelfPacedEnd } from './selfPaced/SelfPacedEnd';
