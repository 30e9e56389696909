/** The rehearsal of prod: same rules, shorter memory. Pages go to Slack only. */
export declare const staging: Environment;
