import fc from "fast-check";

// A mutant wants one failing case, soon: no search for the smallest, and no property for longer than a tenth of a second.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 100 });
