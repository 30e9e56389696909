import {
  ownName,
  SecretNames,
} from "../../../src/import/alertmanager/secret-names";

describe("SecretNames", () => {
  test("gives one value one name, and two values two", () => {
    const names = new SecretNames("shop");
    const words = ["On-call", "slack", "api_url"];
    const name = (literal: string): string =>
      names.named({ literal }, "a", words).secret;
    expect([name("x"), name("y"), name("x")]).toEqual([
      "shop_on_call_slack_api_url",
      "shop_on_call_slack_api_url_2",
      "shop_on_call_slack_api_url",
    ]);
  });

  test("keeps the name of a file that lies where secrets lie here, without listing it", () => {
    const names = new SecretNames("shop");
    const file = "/etc/alertmanager/secrets/shop_slack";
    expect(names.named({ file }, "a", ["b"]).secret).toBe("shop_slack");
    expect(names.listed(new Set(["shop_slack"]))).toEqual([]);
  });

  test("takes values that were hidden for different ones", () => {
    const names = new SecretNames("shop");
    const hidden = { literal: "<secret>" };
    expect(names.named(hidden, "a", ["b"]).secret).not.toBe(
      names.named(hidden, "c", ["b"]).secret,
    );
  });

  test("lists what is used, and no value", () => {
    const names = new SecretNames("shop");
    names.named({ literal: "hunter2" }, "a.b", ["b"]);
    names.named({ literal: "hunter3" }, "a.c", ["c"]);
    const listed = names.listed(new Set(["shop_b"]));
    expect(listed.map(({ path }) => path)).toEqual(["a.b"]);
    expect(JSON.stringify(listed)).not.toContain("hunter");
  });
});

test.each([
  ["/etc/alertmanager/secrets/a_b1", "a_b1"],
  ["/etc/alertmanager/secrets/a/b", undefined],
  ["/etc/alertmanager/secrets/A", undefined],
  ["/run/secrets/a", undefined],
])("the name of the secret in %s is %s", (path, name) => {
  expect(ownName(path)).toBe(name);
});
