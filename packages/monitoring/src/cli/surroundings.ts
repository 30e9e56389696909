import type { Progress } from "../backup/progress";
import type { OpenProject } from "../project/open-project";

/** The variables of the process that runs a command. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What commands need of the world around them. */
export interface Surroundings {
  /** The project that the command works on. Throws where there is none. */
  readonly project: () => OpenProject;
  readonly input: NodeJS.ReadableStream;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly warn: (text: string) => void;
  readonly progress: Progress;
  /** Waits for somebody else, and says so when it takes long. */
  readonly waiting: <T>(what: string, work: Promise<T>) => Promise<T>;
  /** Whether standard output shows colors. */
  readonly isColored: boolean;
  /** How wide the terminal is. @default - there is none, and lines may be as long as they are */
  readonly columns?: number;
  readonly now: () => Date;
  readonly variables: Variables;
  /** Ends the process with this code, once the command is done. @default 0 */
  readonly setExitCode: (code: number) => void;
  /** How servers are asked again. @default - as each client says */
  readonly retry?: {
    /** Further attempts. */
    readonly retries?: number;
    /** Before the first further attempt; it doubles each time. */
    readonly retryDelayMilliseconds?: number;
  };
}
