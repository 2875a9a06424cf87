import fc from 'fast-check';

/** For planted changes: that a property fails is all there is to know, not its smallest counterexample. */
fc.configureGlobal({ endOnFailure: true });
