import { environments } from "../../../environments";
import { dataSourcesOf } from "../../../lib/deployment/data-sources";
import type { Environment } from "../../../lib/model/environment";
import type { MonitoredSystem } from "../../../lib/model/monitored-system";

const [local] = environments as readonly [Environment];

describe("dataSourcesOf", () => {
  test.each(
    environments.map((environment) => [environment.name, environment] as const),
  )("%s has the shared datasources at its own addresses", (_, environment) => {
    const { "easy-flow-analytics": _own, ...shared } = environment.dataSources;
    const sources = dataSourcesOf({ ...environment, dataSources: shared }, []);
    expect(
      Object.fromEntries(sources.map(({ uid, url }) => [uid, url])),
    ).toEqual(shared);
  });

  test("the scrape interval of Prometheus is the environment's, because $__rate_interval is derived from it", () => {
    const { "easy-flow-analytics": _own, ...shared } = local.dataSources;
    const [prometheus] = dataSourcesOf({ ...local, dataSources: shared }, []);
    expect(prometheus).toMatchObject({
      kind: "prometheus",
      isDefault: true,
      scrapeInterval: "30s",
    });
  });

  test("rejects an address of a datasource that nobody declares", () => {
    const environment = {
      ...local,
      dataSources: { prometheus: "http://p:9090", influx: "http://i:8086" },
    };
    expect(() => dataSourcesOf(environment, [])).toThrow(
      'environment "local": address given for unknown datasource "influx", known are prometheus, loki, tempo, jaeger, alertmanager',
    );
  });

  test("rejects a system's datasource whose uid is taken", () => {
    const { "easy-flow-analytics": _own, ...shared } = local.dataSources;
    const system = {
      dataSources: [
        { kind: "loki", uid: "loki", name: "Mine", derivedFields: [] },
      ],
    } as unknown as MonitoredSystem;
    expect(() =>
      dataSourcesOf({ ...local, dataSources: shared }, [system]),
    ).toThrow('environment "local": two datasources have the uid "loki"');
  });
});
