import { host } from '../../strings/en/host';

export type NamedNetwork = keyof typeof host.networks;

/** Whether the string files have a name for this preset. */
export const isNamedNetwork = (id: string): id is NamedNetwork => id in host.networks;
