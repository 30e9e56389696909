import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { Token } from "cdktf";
import { literal } from "../src/literal-text";
import { testStack } from "./test-stack";

describe(literal, () => {
  it("escapes texts, in lists and objects and as keys", () => {
    expect(
      literal({ a: "${b}", list: ["%{c}", "d"], map: { "${k}": "{{ $v }}" } }),
    ).toEqual({
      a: "$${b}",
      list: ["%%{c}", "d"],
      map: { "$${k}": "{{ $v }}" },
    });
  });

  it("keeps numbers, booleans and null, and leaves out what is undefined", () => {
    expect(literal({ n: 1, b: false, z: null, u: undefined })).toEqual({
      n: 1,
      b: false,
      z: null,
    });
  });

  it("keeps tokens", () => {
    const { uid } = new Folder(testStack(), "folder", { title: "F" });
    const list = Token.asList(uid);
    expect(literal({ uid, list, text: "${x}" })).toEqual({
      uid,
      list,
      text: "$${x}",
    });
  });
});
