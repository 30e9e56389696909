import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(__dirname, "..");

/** What `npm ci` compiles. */
const compiled = [
  "constructs/lib",
  "packages/grafana-stand-in/lib",
  "packages/monitoring/lib",
  "packages/provider-grafana/lib",
];

/** What a command said and how it ended. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The project as a user has it after `npm ci`, in a folder of its own that may be changed. */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "project-"));

  constructor() {
    const listed = execFileSync(
      "git",
      ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    for (const file of listed
      .split("\0")
      .filter((path) => path !== "" && existsSync(join(root, path)))) {
      cpSync(join(root, file), join(this.folder, file));
    }
    for (const made of ["node_modules", ...compiled])
      symlinkSync(join(root, made), join(this.folder, made));
  }

  run(command: string, ...words: readonly string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(command, words, {
      cwd: this.folder,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Replaces `from` in the file, and returns how to undo it. Throws when it is not there, so that no test changes nothing. */
  edit(path: string, from: string | RegExp, to: string): () => void {
    const before = this.read(path);
    const after = before.replace(from, to);
    if (after === before)
      throw new Error(`${path} does not hold ${String(from)}`);
    writeFileSync(join(this.folder, path), after);
    return () => writeFileSync(join(this.folder, path), before);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
