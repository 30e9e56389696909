/** Everything on one machine: no secret but the sign-in of Grafana, no cloud storage, nobody is paged. */
export declare const local: Environment;
