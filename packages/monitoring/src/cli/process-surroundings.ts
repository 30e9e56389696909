import { progressOn } from "../backup/progress";
import { findProject } from "../project/load-project";
import type { OpenProject } from "../project/open-project";
import { noticeWhileBlocked, noticeWhileWaiting } from "./slow-notice";
import type { Surroundings } from "./surroundings";

/** The terminal, the clock and the variables of this process; `place` says which project, if the user did. */
export function processSurroundings(
  place: () => string | undefined,
): Surroundings {
  let project: OpenProject | undefined;
  return {
    project: () => (project ??= findProject(place(), noticeWhileBlocked)),
    input: process.stdin,
    print: (text) => {
      process.stdout.write(text);
    },
    warn: (text) => {
      process.stderr.write(text);
    },
    progress: progressOn(process.stderr),
    waiting: noticeWhileWaiting,
    isColored: process.stdout.isTTY && process.stdout.hasColors(),
    ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
    now: () => new Date(),
    variables: process.env,
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}
