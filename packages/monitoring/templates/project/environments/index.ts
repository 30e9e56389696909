import type { Environment } from "monitoring-as-code";
import { local } from "./local";
import { prod } from "./prod";

/** Every environment, in the order in which changes reach them. */
export const environments: readonly Environment[] = [local, prod];
