import { type RootNotifications, type Receiver } from "monitoring-as-code";
/** Gets every alert that no system sends elsewhere; also those whose own receiver is switched off in an environment. */
export declare const defaultReceiver: Receiver;
/** The top of the routing tree in every environment; the systems' own trees hang below it. */
export declare const rootNotifications: RootNotifications;
