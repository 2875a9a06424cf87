/** Id of a person in a session. Names are kept apart from the log, where they can be deleted. */
export type PlayerId = string;

/** Id of one network in training: a team's (`A`, `B`, …), a player's own (`1`, `2`, …) or a warm-up's (`w1`, `w2`, …). */
export type RunId = string;
