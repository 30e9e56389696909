import { join } from "node:path";

/** The folder of the made-up project that tests of whole commands work on. */
export const sampleProject = join(__dirname, "sample-project");

// Commands look for the project from the current folder upwards.
const before = process.cwd();
process.chdir(sampleProject);
afterAll(() => process.chdir(before));
