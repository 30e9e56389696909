import {
  dataSourcesOf,
  definedDataSources,
} from "../../src/deployment/data-sources";
import type { Environment } from "../../src/model/environment";
import type { MonitoredSystem } from "../../src/model/monitored-system";
import { environmentWith } from "../environment-fixture";
import { projectFixture } from "../project-fixture";

const environment = environmentWith();
const defined = definedDataSources(environment, projectFixture.dataSources, []);

function at(dataSources: Environment["dataSources"]): Environment {
  return { ...environment, dataSources };
}

describe("dataSourcesOf", () => {
  test("has the shared datasources that the environment has an address for", () => {
    const sources = dataSourcesOf(
      at({ prometheus: "http://p:9090", loki: "http://l:3100" }),
      defined,
    );
    expect(
      Object.fromEntries(sources.map(({ uid, url }) => [uid, url])),
    ).toEqual({ prometheus: "http://p:9090", loki: "http://l:3100" });
  });

  test("the scrape interval of Prometheus is the environment's, because $__rate_interval is derived from it", () => {
    expect(defined[0]).toMatchObject({
      kind: "prometheus",
      isDefault: true,
      scrapeInterval: environment.prometheus.scrapeInterval,
    });
  });

  test("rejects an address of a datasource that nobody declares", () => {
    expect(() =>
      dataSourcesOf(at({ influx: "http://i:8086" }), defined),
    ).toThrow(
      `environment "${environment.name}": address given for unknown datasource "influx", known are prometheus, loki, tempo, jaeger, alertmanager`,
    );
  });

  test("rejects a system's datasource whose uid is taken", () => {
    const system = {
      dataSources: [
        { kind: "loki", uid: "loki", name: "Mine", derivedFields: [] },
      ],
    } as unknown as MonitoredSystem;
    expect(() =>
      definedDataSources(environment, projectFixture.dataSources, [system]),
    ).toThrow(
      `environment "${environment.name}": two datasources have the uid "loki"`,
    );
  });
});
