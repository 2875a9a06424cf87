import fc from 'fast-check';

/** For planted bugs the first failure is enough: the smallest counterexample is not searched for. */
fc.configureGlobal({ endOnFailure: true });
