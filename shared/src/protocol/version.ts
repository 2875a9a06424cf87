/**
 * The version of everything that crosses the wire, views included. A page and a server of different versions do not talk:
 * the page says so and offers a reload. Pages send it over HTTP as a header, and with the options on entering a room.
 * 1 is everything before pages sent it. How to raise it: docs/versions.md.
 */
export const WIRE_VERSION = 2;
export const WIRE_VERSION_HEADER = 'x-relay-wire-version';
