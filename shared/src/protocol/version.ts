/**
 * Version of all data that cross the wire, views included. A server refuses a page of another version, and the page
 * offers a reload. Pages send the version as an HTTP header. Version 1: pages that sent none. Steps for raising it: docs/versions.md.
 */
export const WIRE_VERSION = 5;
export const WIRE_VERSION_HEADER = 'x-relay-wire-version';
