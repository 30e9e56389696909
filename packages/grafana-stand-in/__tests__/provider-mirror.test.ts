import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProviderMirror } from "../src/provider-mirror";

const provider = "example/none-has-this";
const folder = mkdtempSync(join(tmpdir(), "mirror-"));
const mirror = join(folder, "mirror");
const other = join(folder, "other");
const configuration = join(folder, "terraform.rc");

beforeAll(() => {
  mkdirSync(join(mirror, "registry.terraform.io", provider), {
    recursive: true,
  });
  mkdirSync(join(other, "registry.terraform.io/example/else"), {
    recursive: true,
  });
  writeFileSync(
    configuration,
    `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(other)}
  }
  filesystem_mirror {
    include = ["example/*"]
    path = ${JSON.stringify(mirror)}
  }
  direct {}
}
`,
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the mirror is the one that E2E_PLUGIN_MIRROR names", () => {
  expect(findProviderMirror(provider, { E2E_PLUGIN_MIRROR: mirror })).toBe(
    mirror,
  );
});

test("a mirror that was named and lacks the provider is not replaced by another", () => {
  const environment = {
    E2E_PLUGIN_MIRROR: other,
    TF_CLI_CONFIG_FILE: configuration,
  };
  expect(findProviderMirror(provider, environment)).toBeUndefined();
});

test("without a name it is the one of Terraform's CLI configuration that has the provider", () => {
  expect(
    findProviderMirror(provider, { TF_CLI_CONFIG_FILE: configuration }),
  ).toBe(mirror);
});

test("the plugin cache counts as a mirror", () => {
  const environment = {
    TF_CLI_CONFIG_FILE: join(folder, "not-there"),
    TF_PLUGIN_CACHE_DIR: mirror,
  };
  expect(findProviderMirror(provider, environment)).toBe(mirror);
});

test("rejects a folder that is no mirror", () => {
  expect(() =>
    findProviderMirror(provider, { E2E_PLUGIN_MIRROR: folder }),
  ).toThrow(`must be a folder with a folder registry.terraform.io in it`);
});
