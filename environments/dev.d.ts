/** Where changes land first. Pages go to Slack only. */
export declare const dev: Environment;
