import { definedIn } from "../../notifications/message-template-problems";
import { templateObstacle } from "../../outputs/alertmanager/template-language";
import { notificationsOf } from "../../deployment/notifications";
import type { Environment } from "../../model/environment";
import type { SmtpSettings } from "../../model/smtp-settings";
import { integrationKinds } from "../../notifications/integrations/integration";
import type { MessageTemplate } from "../../model/message-template";
import type { RootNotifications } from "../../model/notifications";
import { notificationProblems } from "../../notifications/problems";
import { ImportProblems } from "../import-problems";
import type { ImportResult, Unexpressed } from "../import-result";
import { readYaml } from "../read-yaml";
import { foreignComments } from "./config-comments";
import type { ConfigReading } from "./config-fields";
import type { AlertmanagerImportOptions } from "./import-options";
import { newestMinor } from "./newest-version";
import { readInhibitions } from "./read-inhibitions";
import { readReceiver } from "./read-receiver";
import { readRootRoute } from "./read-routes";
import { readSmtp } from "./read-smtp";
import { readTemplates } from "./read-templates";
import { readTiming } from "./read-timings";
import { resolvedConfig, type ResolvedConfig } from "./resolved-config";
import { notificationsSource } from "./notifications-source";
import { SecretNames } from "./secret-names";
import { secretsIn } from "./secret-source";
import { nobodyTiming } from "./silence-always";

/** A configuration of Alertmanager as TypeScript. */
export interface AlertmanagerImport extends ImportResult {
  readonly kind: "alertmanager";
  /** What the files say. */
  readonly notifications: RootNotifications;
  /** The server for e-mail, which belongs to an environment. */
  readonly smtp: SmtpSettings | undefined;
  /** What synthesis refuses or warns of until somebody changes it. */
  readonly toComplete: readonly Unexpressed[];
}

/**
 * Turns a configuration of Alertmanager into `notifications/<name>.ts`: receivers, one routing tree, time intervals,
 * inhibitions and templates. Values of secrets are in nothing that comes back; each is a secret by name, and listed. What
 * the model cannot say is listed. Throws, all problems in one message, where Alertmanager would refuse the file, or where
 * the root would tell nobody.
 */
export function importAlertmanager(
  text: string,
  options: AlertmanagerImportOptions,
): AlertmanagerImport {
  const problems = new ImportProblems();
  const secrets = new SecretNames(options.name);
  const input = readYaml(text);
  const config = resolvedConfig(input.documents, secrets, problems);
  problems.throwIfAny("alertmanager.yml");
  const unexpressed: Unexpressed[] = [];
  const templates = readTemplates(config, options, unexpressed);
  const reading: ConfigReading = {
    problems,
    unexpressed,
    undefinedTemplates: undefinedIn(templates),
    describe: (name) => secrets.description(name),
  };
  const inhibitionComments = input.commentsBefore(["inhibit_rules"]);
  unexpressed.push(
    ...foreignComments(input.comments, inhibitionComments),
    ...fieldItems(config),
  );
  const notifications = readNotifications(
    config,
    templates,
    inhibitionComments,
    reading,
  );
  const smtp = readSmtp(config, options, reading);
  problems.throwIfAny("alertmanager.yml");
  if (notifications === undefined)
    throw new Error("alertmanager.yml: route: must be there, got nothing");
  const used = new Set(
    secretsIn([notifications.receivers, smtp]).map((value) => value.secret),
  );
  return {
    kind: "alertmanager",
    notifications,
    smtp,
    files: notificationsSource(notifications, options.name),
    unexpressed: [...unexpressed, ...secrets.listed(used)],
    toComplete: completions(
      notifications,
      importEnvironment(options.environment, smtp),
    ),
  };
}

/** `environment` with every kind of integration, and with the server for e-mail that a file names. */
export function importEnvironment(
  environment: Environment,
  smtp: SmtpSettings | undefined,
): Environment {
  const { smtp: _smtp, ...alerting } = environment.alerting;
  return {
    ...environment,
    alerting: {
      ...alerting,
      integrations: integrationKinds,
      ...(smtp === undefined ? {} : { smtp }),
    },
  };
}

function readNotifications(
  { receivers, timings, route, inhibitions }: ResolvedConfig,
  templates: readonly MessageTemplate[],
  comments: readonly (readonly string[])[],
  reading: ConfigReading,
): RootNotifications | undefined {
  const silent = new Set(
    receivers
      .filter(({ entries }) => entries.length === 0)
      .map(({ name }) => name),
  );
  const read = receivers.map((receiver) => readReceiver(receiver, reading));
  const written = timings.map((timing) => readTiming(timing, reading));
  const nobody = nobodyTiming(new Set(timings.map(({ name }) => name)));
  const root = readRootRoute(route, {
    reading,
    receivers: new Map(read.map((receiver) => [receiver.name, receiver])),
    timings: new Map(written.map((timing) => [timing.name, timing])),
    silent,
    nobody,
  });
  for (const name of silent)
    reading.unexpressed.push({
      path: `receivers[${JSON.stringify(name)}]`,
      what: "a receiver that tells nobody",
      why: `receivers tell somebody here; its routes are muted by the timing "${nobody.name}", which always holds`,
    });
  const muteTimings = silent.size > 0 ? [...written, nobody] : written;
  const rules = readInhibitions(inhibitions, comments, reading);
  return (
    root && {
      receivers: read.filter(({ name }) => !silent.has(name)),
      route: root,
      ...(rules.length > 0 ? { inhibitions: rules } : {}),
      ...(muteTimings.length > 0 ? { muteTimings } : {}),
      ...(templates.length > 0 ? { templates } : {}),
    }
  );
}

/** Names that templates define which Alertmanager cannot read. */
function undefinedIn(
  templates: readonly MessageTemplate[],
): ReadonlySet<string> {
  return new Set(
    templates
      .filter(
        ({ template }) => templateObstacle(template, newestMinor) !== undefined,
      )
      .flatMap(definedIn),
  );
}

function fieldItems({
  fields,
  global,
}: ResolvedConfig): readonly Unexpressed[] {
  return [
    ...Object.keys(fields).map((path) => ({
      path,
      what: path,
      why: "the model has no such field",
    })),
    ...Object.keys(global).map((field) => ({
      path: `global.${field}`,
      what: field,
      why: "no receiver of the file takes it over, or the model has no such setting",
    })),
  ];
}

function completions(
  notifications: RootNotifications,
  environment: Environment,
): readonly Unexpressed[] {
  return notificationProblems(
    notificationsOf(environment, notifications, []),
    environment,
  ).map(({ path, message, severity }) => ({
    path,
    what: message,
    why:
      severity === "error"
        ? "synthesis refuses it until that is changed"
        : "works, but hardly as meant",
  }));
}
