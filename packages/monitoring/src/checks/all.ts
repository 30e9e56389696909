import type { Check } from "./check";
import {
  dataSourceReference,
  layout,
  legacyPanel,
  model,
} from "./dashboards/model";
import { fixedWindow } from "./dashboards/fixed-window";
import { queryLanguage } from "./dashboards/query-language";
import { refIds, transformationRefId } from "./dashboards/ref-ids";
import { emptyPanel, unit } from "./dashboards/units";
import {
  multiValueVariable,
  undefinedVariable,
  unusedVariable,
} from "./dashboards/variables";
import { logqlRules } from "./logql/logql-rules";
import { logqlCheck, logqlDroppedLabel, logqlSyntax } from "./logql/queries";
import { differingAlert, missingThing } from "./environments/differences";
import { alertRules } from "./promql/alert-rules";
import { calculationRules } from "./promql/calculation-rules";
import { nameRules } from "./promql/name-rules";
import { ofAnyOwner, queryCheck } from "./promql/query-rule";
import { semantics } from "./promql/semantics";
import { syntax } from "./promql/syntax";
import { alertPanel, panelMetric } from "./references/alert-panel";
import { dashboardLink } from "./references/dashboard-link";
import { dataSource } from "./references/data-source";
import { duplicateUid } from "./references/duplicate-uid";
import {
  orphanedRunbook,
  runbookHeading,
  runbookMissing,
} from "./references/runbooks";
import { homeDashboard } from "./references/home-dashboard";
import { unusedRecording } from "./references/unused-recording";
import { unusedTemplate } from "./references/unused-template";
import { definition } from "./routing/definition";
import { pageMuted } from "./routing/page-muted";
import { whereReadable } from "./routing/readable";
import { onlyRoot, pageTwice, pageWithoutPager } from "./routing/proof";
import { unusedInhibition, unusedRoute } from "./routing/unused";
import {
  groupLabel,
  unknownField,
  unknownLabel,
} from "./templates/message-fields";
import { ruleVariables } from "./rule-variables";
import { refusedRules } from "./rules/refused";
import { sloDefinition } from "./slo/definition";
import { suppressionCheck, unusedSuppression } from "./suppressions";
import { templateSyntax } from "./templates/syntax";
import { rawValue, valueFormat } from "./templates/values";
import { traceqlSyntax } from "./traceql/syntax";

const checks: readonly Check[] = [
  syntax,
  ...semantics,
  ...[...alertRules, ...calculationRules.map(ofAnyOwner), ...nameRules].map(
    queryCheck,
  ),
  logqlSyntax,
  logqlDroppedLabel,
  ...logqlRules.map(logqlCheck),
  traceqlSyntax,
  ...ruleVariables,
  templateSyntax,
  rawValue,
  valueFormat,
  unknownField,
  unknownLabel,
  whereReadable(groupLabel),
  layout,
  legacyPanel,
  dataSourceReference,
  model,
  queryLanguage,
  refIds,
  transformationRefId,
  undefinedVariable,
  unusedVariable,
  multiValueVariable,
  unit,
  emptyPanel,
  fixedWindow,
  alertPanel,
  panelMetric,
  dashboardLink,
  dataSource,
  duplicateUid,
  homeDashboard,
  runbookMissing,
  runbookHeading,
  orphanedRunbook,
  unusedRecording,
  unusedTemplate,
  ...[
    onlyRoot,
    pageWithoutPager,
    pageTwice,
    pageMuted,
    unusedRoute,
    unusedInhibition,
  ].map(whereReadable),
  ...definition,
  refusedRules,
  ...sloDefinition,
  missingThing,
  differingAlert,
];

/** Every check, in the order of families. */
export const allChecks: readonly Check[] = [
  ...checks,
  suppressionCheck(checks.map(({ id }) => id)),
  unusedSuppression,
];
