import { HTTPError, type OptionsOfTextResponseBody } from "got";
import type { Silence } from "../silence/silence";
import type { Labels } from "../model/labels";
import type { Matcher } from "../model/matcher";
import { retryingHttp, type RetryingHttpOptions } from "./retrying-http";

/** A silence that Alertmanager has. */
export interface StoredSilence extends Silence {
  readonly id: string;
  readonly state: "active" | "pending" | "expired";
}

/** An alert that Alertmanager has. */
export interface KnownAlert {
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: Date;
  readonly state: "active" | "suppressed" | "unprocessed";
  readonly silencedBy: readonly string[];
  readonly inhibitedBy: readonly string[];
}

/** Asks an Alertmanager through its API v2. Every call throws when the server cannot be reached or refuses. */
export interface AlertmanagerClient {
  alerts(): Promise<readonly KnownAlert[]>;
  /** Expired ones too, as long as Alertmanager keeps them. */
  silences(): Promise<readonly StoredSilence[]>;
  /** Returns the id of the new silence. */
  createSilence(silence: Silence): Promise<string>;
  expireSilence(id: string): Promise<void>;
}

interface ApiMatcher {
  readonly name: string;
  readonly value: string;
  readonly isRegex: boolean;
  /** @default true */
  readonly isEqual?: boolean;
}

/** A silence as the API v2 writes it; Grafana speaks the same. */
export interface ApiSilence {
  readonly id: string;
  readonly status: { readonly state: StoredSilence["state"] };
  readonly matchers: readonly ApiMatcher[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly createdBy: string;
  readonly comment: string;
}

interface ApiAlert {
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly status: Pick<KnownAlert, "state" | "silencedBy" | "inhibitedBy">;
}

/**
 * A client that tries again on timeouts, refused connections, 429 and 5xx. A silence is created again only where it cannot
 * have been created before: refused connections, 429 and 503.
 */
export function alertmanagerClient(
  server: RetryingHttpOptions,
): AlertmanagerClient {
  const http = retryingHttp(server);
  const ask = async <T>(
    path: string,
    options: OptionsOfTextResponseBody = {},
  ): Promise<T> => {
    try {
      const { body } = await http(`api/v2/${path}`, options);
      return (body === "" ? undefined : JSON.parse(body)) as T;
    } catch (error) {
      throw new Error(
        `Alertmanager at ${server.url}, ${options.method ?? "GET"} ${path}: ${reasonOf(error)}`,
        { cause: error },
      );
    }
  };
  return {
    alerts: async () =>
      (await ask<readonly ApiAlert[]>("alerts")).map(
        ({ labels, annotations, startsAt, status }) => ({
          labels,
          annotations,
          startsAt: new Date(startsAt),
          ...status,
        }),
      ),
    silences: async () =>
      (await ask<readonly ApiSilence[]>("silences")).map(storedSilence),
    createSilence: async (silence) => {
      const { silenceID } = await ask<{ readonly silenceID: string }>(
        "silences",
        {
          method: "POST",
          json: apiSilence(silence),
          retry: {
            methods: ["POST"],
            statusCodes: [429, 503],
            errorCodes: ["ECONNREFUSED"],
          },
        },
      );
      return silenceID;
    },
    expireSilence: (id) =>
      ask<undefined>(`silence/${encodeURIComponent(id)}`, {
        method: "DELETE",
      }),
  };
}

/** A silence to be created, the other way round than {@link storedSilence} reads it. */
export function apiSilence({
  matchers,
  startsAt,
  endsAt,
  ...rest
}: Silence): Omit<ApiSilence, "id" | "status"> {
  return {
    ...rest,
    matchers: matchers.map(apiMatcher),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}

function apiMatcher({ label, match, value }: Matcher): ApiMatcher {
  return {
    name: label,
    value,
    isRegex: match === "=~" || match === "!~",
    isEqual: match === "=" || match === "=~",
  };
}

export function storedSilence({
  id,
  status,
  matchers,
  startsAt,
  endsAt,
  createdBy,
  comment,
}: ApiSilence): StoredSilence {
  return {
    id,
    state: status.state,
    matchers: matchers.map(({ name, value, isRegex, isEqual = true }) => ({
      label: name,
      match: isRegex ? (isEqual ? "=~" : "!~") : isEqual ? "=" : "!=",
      value,
    })),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    createdBy,
    comment,
  };
}

/** Alertmanager says what is wrong in the body of a 4xx. */
function reasonOf(error: unknown): string {
  if (error instanceof HTTPError && typeof error.response.body === "string") {
    return `${error.response.statusCode} ${error.response.body.trim()}`;
  }
  return error instanceof Error ? error.message : String(error);
}
