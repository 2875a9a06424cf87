export { ActivityPage } from './activities/ActivityPage';
export { Bar } from './Bar';
export { Ended } from './Ended';
export { Round } from './Round';
export { SelfPacedBar } from './selfPaced/SelfPacedBar';
export { SelfPacedEnd } from './selfPaced/SelfPacedEnd';
