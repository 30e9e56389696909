import { ContentError } from "../project/content-error";

/**
 * Loaded before the app of a project by `monitoring synth`: an error that nothing catches is one message with file and line,
 * without a stack; with it where `DEBUG` is set.
 */
process.on("uncaughtException", (error: unknown) => {
  const {
    MONITORING_PROJECT: project = process.cwd(),
    MONITORING_FOLDER: folder = process.cwd(),
    DEBUG,
  } = process.env;
  console.error(
    DEBUG && error instanceof Error
      ? error.stack
      : new ContentError(error, project, folder).message,
  );
  process.exit(1);
});
