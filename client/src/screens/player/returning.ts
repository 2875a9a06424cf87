/** Parts of the pages that most people never see, and those of the end; loaded together. */
export { PageClaim } from '../../table/PageClaim';
export { KeptResults } from '../KeptResults';
export { KnownPlayers } from '../KnownPlayers';
export { Gone, Nobody } from './Gone';
export { KeepsResult } from './KeepsResult';
export { OpenElsewhere } from './OpenElsewhere';
export { Refused } from './Refused';
export { Result } from './Result';
export { UnknownHere } from './UnknownHere';
