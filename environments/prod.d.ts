/** What customers use, and the only environment that wakes somebody up. */
export declare const prod: Environment;
