import { host } from '../../strings/en/host';

export type NamedNetwork = keyof typeof host.networks;

/** Narrows an id to a preset that the string files name. */
export const isNamedNetwork = (id: string): id is NamedNetwork => id in host.networks;
