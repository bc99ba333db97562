/** The verbs with which a refusal tells its reader what to do next. */
const VERBS = "Add|Check|Choose|Close|Download|Fill|Give|Look|Make|Read|Reload|Run|Save|Take|Write";

/** A sentence or more of what is wrong, and a last one that says what to do. */
export const REFUSAL = new RegExp(`^[A-Z][\\s\\S]*[.:] (?:${VERBS}) [\\s\\S]*\\.$`);
