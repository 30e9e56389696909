/** The tags of a dashboard on objectives, beside its system's id, which may be the same word. */
export declare function sloTags(system: string): readonly string[];
