import type { Environment } from "../model/environment";
import type { MuteTiming } from "../model/mute-timing";
import type { RootNotifications } from "../model/notifications";
import type { Receiver } from "../model/receiver";
import type { Route } from "../model/route";
import { childPath, rootPath } from "../notifications/route-path";

/** Something with a name that routes refer to as an object. */
interface Named {
  readonly name: string;
}

/** The receivers and timings that the routes of one owner (the root, or a system) may use. */
export interface Scope {
  /** `routes` with receivers and timings replaced by the deployed ones. */
  routes(routes: readonly Route[], parent?: string): readonly Route[];
}

/** What a system brings along. */
export interface OwnNotifications {
  readonly receivers: readonly Receiver[];
  readonly muteTimings: readonly MuteTiming[];
}

/**
 * Maps receivers and mute timings as they are written to those that an environment deploys: prefixed with their
 * system's id, without integrations that are switched off. What it cannot map goes to `problems`.
 */
export class NotificationNames {
  readonly rootReceiver: Receiver;

  private readonly deployedReceivers = new Map<Receiver, Receiver>();
  private readonly deployedTimings = new Map<MuteTiming, MuteTiming>();

  constructor(
    private readonly environment: Environment,
    private readonly root: RootNotifications,
    private readonly problems: string[],
  ) {
    this.rootReceiver = this.switchedOn(root.route.receiver, "");
    if (!root.receivers.includes(root.route.receiver)) {
      problems.push(
        `${rootPath} uses receiver "${root.route.receiver.name}", which the root does not list; add it to the root's receivers`,
      );
    }
    if (this.rootReceiver.integrations.length === 0) {
      problems.push(
        `receiver "${root.route.receiver.name}" of the root has no integration that is switched on (${environment.alerting.integrations.join(", ") || "none"}), so alerts would reach nobody; switch one of its kinds on (${kindsOf(root.route.receiver)}) or give it one of those`,
      );
    }
    this.add({
      receivers: root.receivers,
      muteTimings: root.muteTimings ?? [],
    });
  }

  /** The scope of the root's own routes. */
  inRoot(): Scope {
    return this.scope("root", [], []);
  }

  /** The scope of a system's routes; its receivers and timings are deployed from now on. */
  inSystem(id: string, own: OwnNotifications): Scope {
    this.add(own, `${id}-`);
    return this.scope(`system "${id}"`, own.receivers, own.muteTimings);
  }

  /** Every deployed receiver, the root's first. */
  receivers(): readonly Receiver[] {
    return [...new Set(this.deployedReceivers.values())];
  }

  /** Every deployed mute timing, the root's first. */
  muteTimings(): readonly MuteTiming[] {
    return [...this.deployedTimings.values()];
  }

  private add({ receivers, muteTimings }: OwnNotifications, prefix = ""): void {
    for (const receiver of receivers) {
      if (this.deployedReceivers.has(receiver)) continue;
      const deployed =
        receiver === this.root.route.receiver
          ? this.rootReceiver
          : this.switchedOn(receiver, prefix);
      this.deployedReceivers.set(
        receiver,
        deployed.integrations.length > 0 ? deployed : this.rootReceiver,
      );
    }
    for (const timing of muteTimings) {
      if (this.deployedTimings.has(timing)) continue;
      this.deployedTimings.set(timing, {
        ...timing,
        name: `${prefix}${timing.name}`,
      });
    }
  }

  private switchedOn(receiver: Receiver, prefix: string): Receiver {
    return {
      ...receiver,
      name: `${prefix}${receiver.name}`,
      integrations: receiver.integrations.filter(({ kind }) =>
        this.environment.alerting.integrations.includes(kind),
      ),
    };
  }

  private scope(
    owner: string,
    receivers: readonly Receiver[],
    timings: readonly MuteTiming[],
  ): Scope {
    const allowedReceivers = [...receivers, ...this.root.receivers];
    const allowedTimings = [...timings, ...(this.root.muteTimings ?? [])];
    const timingsOf = (
      path: string,
      used: readonly MuteTiming[],
    ): readonly MuteTiming[] =>
      used.flatMap((timing) => {
        const deployed = this.deployedTimings.get(timing);
        if (deployed !== undefined && allowedTimings.includes(timing))
          return [deployed];
        this.problems.push(
          unlisted(owner, path, "mute timing", timing, allowedTimings),
        );
        return [];
      });
    const receiverOf = (path: string, receiver: Receiver): Receiver => {
      const deployed = this.deployedReceivers.get(receiver);
      if (deployed !== undefined && allowedReceivers.includes(receiver))
        return deployed;
      this.problems.push(
        unlisted(owner, path, "receiver", receiver, allowedReceivers),
      );
      return this.rootReceiver;
    };
    const ancestors = new Set<Route>();
    const routeOf = (route: Route, path: string): Route => {
      if (ancestors.has(route)) {
        this.problems.push(
          `${owner}: ${path} contains itself; a route tree must end`,
        );
        return { matchers: route.matchers };
      }
      ancestors.add(route);
      const deployed: Route = {
        ...route,
        ...(route.receiver && { receiver: receiverOf(path, route.receiver) }),
        ...(route.muteTimings && {
          muteTimings: timingsOf(path, route.muteTimings),
        }),
        ...(route.activeTimings && {
          activeTimings: timingsOf(path, route.activeTimings),
        }),
        ...(route.routes && { routes: routesOf(route.routes, path) }),
      };
      ancestors.delete(route);
      return deployed;
    };
    const routesOf = (
      routes: readonly Route[],
      parent: string,
    ): readonly Route[] =>
      routes.map((route, index) =>
        routeOf(route, childPath(parent, routes, index)),
      );
    return {
      routes: (routes, parent = rootPath) => routesOf(routes, parent),
    };
  }
}

function unlisted(
  owner: string,
  path: string,
  what: string,
  { name }: Named,
  allowed: readonly Named[],
): string {
  const known = [...new Set(allowed.map((item) => `"${item.name}"`))];
  return `${owner}: ${path} uses ${what} "${name}", which is not listed; list it, or use one of ${known.join(", ") || "none"}`;
}

function kindsOf({ integrations }: Receiver): string {
  return (
    [...new Set(integrations.map(({ kind }) => kind))].join(", ") || "none"
  );
}
