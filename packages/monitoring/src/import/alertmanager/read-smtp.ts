import type { SmtpSettings } from "../../model/smtp-settings";
import { secret } from "../../model/secret";
import type { ConfigReading } from "./config-fields";
import type { AlertmanagerImportOptions } from "./import-options";
import type { ResolvedConfig } from "./resolved-config";
import { ownName } from "./secret-names";

/** The server for e-mail. What an environment does not have of it is listed, and all of it when no environment has it. */
export function readSmtp(
  { smtp, receivers }: ResolvedConfig,
  { smtp: known = [] }: AlertmanagerImportOptions,
  { problems, unexpressed, describe }: ConfigReading,
): SmtpSettings | undefined {
  const sendsEmail = receivers.some(({ entries }) =>
    entries.some(({ section }) => section === "email_configs"),
  );
  const { smarthost, from, auth_username, auth_password_file, ...others } =
    smtp;
  for (const field of Object.keys(others))
    unexpressed.push({
      path: `global.smtp_${field}`,
      what: `smtp_${field}`,
      why: "environments have no such setting for their server for e-mail",
    });
  if (typeof smarthost !== "string" || typeof from !== "string") {
    for (const [field, value] of Object.entries({ smarthost, from })) {
      if (sendsEmail && typeof value !== "string")
        problems.say(
          `global.smtp_${field}`,
          "must be there for e-mail, got nothing",
        );
      else if (value !== undefined)
        unexpressed.push({
          path: `global.smtp_${field}`,
          what: `smtp_${field}`,
          why: "a server for e-mail needs both smarthost and from",
        });
    }
    return undefined;
  }
  const name =
    typeof auth_password_file === "string"
      ? ownName(auth_password_file)
      : undefined;
  const settings: SmtpSettings = {
    smarthost,
    from,
    ...(typeof auth_username === "string" ? { user: auth_username } : {}),
    ...(name === undefined ? {} : { password: secret(name, describe(name)) }),
  };
  const isKnown = known.some(
    (server) =>
      server.smarthost === smarthost &&
      server.from === from &&
      server.user === settings.user &&
      server.password?.secret === name,
  );
  if (!isKnown)
    unexpressed.push({
      path: "global.smtp_smarthost",
      what: `the server for e-mail ${smarthost}, from ${from}`,
      why: "it belongs to an environment: alerting.smtp in environments/",
    });
  return settings;
}
