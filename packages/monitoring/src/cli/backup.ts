import { randomBytes } from "node:crypto";
import { backup } from "./backup-command";
import { runBackupCommand } from "./run-backup-command";

runBackupCommand(async (args, context) => {
  await backup(args, {
    ...context,
    salt: () => randomBytes(2).toString("hex"),
  });
  return 0;
});
