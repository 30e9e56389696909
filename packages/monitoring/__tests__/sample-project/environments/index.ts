import type { Environment } from "monitoring-as-code";
import { prod } from "./prod";
import { staging } from "./staging";

/** Every environment, in the order in which changes reach them. */
export const environments: readonly Environment[] = [staging, prod];
