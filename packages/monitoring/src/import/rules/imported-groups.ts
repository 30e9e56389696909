import type { AlertGroup } from "../../model/alert-rule";
import type { RecordingGroup } from "../../model/recording-rule";

/** The groups that a rule file holds, in the model. */
export interface RuleGroups {
  readonly alertGroups: readonly AlertGroup[];
  readonly recordingGroups: readonly RecordingGroup[];
}
