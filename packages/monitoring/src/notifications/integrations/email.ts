import { duplicatesIn } from "../../internal/duplicates";
import { brokenRules, got } from "../../rules/rule-table";
import {
  defaultTemplates,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  given,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
} from "./kind-of-integration";

/** E-mail, sent by the server's own SMTP settings. */
export interface EmailIntegration extends IntegrationBase {
  readonly kind: "email";
  /** At least one. */
  readonly addresses: readonly string[];
  /** @default false */
  readonly singleEmail?: boolean;
  /** @default - the back end's */
  readonly subject?: string;
  /** @default - the back end's */
  readonly message?: string;
}

export const email = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "email_configs",
    sendResolved: false,
    secrets: ["auth_password", "auth_secret"],
    // The server of an environment sends all e-mail; see `effectiveSmtp`.
    inherited: {},
    defaults: defaultTemplates("email", { html: "html" }),
    mapDefaults: {
      headers: () => ({ Subject: '{{ template "email.default.subject" . }}' }),
    },
    http: false,
    write,
    read,
  },
} satisfies KindOfIntegration<EmailIntegration>;

function problems({ addresses }: EmailIntegration): readonly string[] {
  return [
    ...brokenRules([
      [addresses.length === 0, "'addresses' must hold at least one, got none"],
      ...addresses.map(
        (address) =>
          [
            !/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address),
            `'addresses' must hold one plain address each, ${got(address)}`,
          ] as const,
      ),
    ]),
    ...duplicatesIn(addresses).map(
      (address) =>
        `'addresses' must name an address once, got "${address}" twice`,
    ),
  ];
}

function terraformBlock(integration: EmailIntegration) {
  const { addresses, singleEmail = false, subject, message } = integration;
  return {
    ...resolveMessage(integration),
    addresses: [...addresses].sort(),
    singleEmail,
    subject,
    message,
  };
}

/** E-mail; one message to all, or one each. Needs the environment's SMTP server. */
function write(
  integration: EmailIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  if (context.smtp === undefined) {
    return {
      omitted:
        "Alertmanager needs a server for e-mail; give the environment alerting.smtp",
    };
  }
  const { addresses, singleEmail = false, sendResolved = true } = integration;
  const subject = context.text("subject", integration.subject);
  const message = context.text("message", integration.message);
  const recipients = singleEmail ? [addresses.join(", ")] : addresses;
  return recipients.map((to) => ({
    send_resolved: sendResolved,
    to,
    headers: subject === undefined ? undefined : { Subject: subject },
    html: message,
  }));
}

/** E-mail; several addresses in one field are one message to all. */
function read(fields: AlertmanagerFields): EmailIntegration {
  const addresses = fields
    .required("to")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  return {
    kind: "email",
    addresses,
    ...(addresses.length > 1 ? { singleEmail: true } : {}),
    ...given({
      subject: fields.map("headers")?.template("Subject"),
      message: fields.template("html"),
    }),
    ...sendResolved(fields),
  };
}
