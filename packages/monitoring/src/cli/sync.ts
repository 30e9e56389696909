import { runBackupCommand } from "./run-backup-command";
import { sync } from "./sync-command";

runBackupCommand(sync);
