import { runBackupCommand } from "./run-backup-command";
import { restore } from "./restore-command";

runBackupCommand(restore);
