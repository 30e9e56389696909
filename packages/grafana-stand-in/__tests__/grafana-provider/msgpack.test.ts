import { encode as encodeRaw, ExtData } from "@msgpack/msgpack";
import * as fc from "fast-check";
import {
  equal,
  hasUnknown,
  Unknown,
  UNKNOWN,
  type Value,
} from "../../src/grafana-provider/cty";
import { decode, encode } from "../../src/grafana-provider/msgpack";
import { anyCharacter } from "./any-character";

const known: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((n) => !Object.is(n, -0)),
    fc.string({ unit: anyCharacter }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((name) => name !== "__proto__"),
      tie("value"),
      { maxKeys: 4 },
    ),
  ),
})).value;

test("whatever is known comes back as it was", () => {
  fc.assert(
    fc.property(known, (value) => {
      expect(equal(decode(encode(value)), value)).toBe(true);
    }),
    { numRuns: process.env.THOROUGH_TESTS === "1" ? 100 : 10 },
  );
});

test.each([
  ["9007199254740993", 9007199254740993n],
  ["the smallest 64-bit integer", -(2n ** 63n)],
])("64-bit integer %s keeps every digit", (_name, value) => {
  expect(decode(encode(value))).toBe(value);
});

test("a decimal that is no double stays the text that it came as", () => {
  expect(decode(encode("0.995"))).toBe("0.995");
});

test("an unknown is extension type 0", () => {
  const wire = encodeRaw(new ExtData(0, new Uint8Array([0])));
  expect(decode({ msgpack: wire })).toEqual(UNKNOWN);
  expect(Buffer.from(encode(UNKNOWN).msgpack!)).toEqual(Buffer.from(wire));
});

test("a refined unknown is extension type 12, and keeps its refinement", () => {
  const refinement = new Uint8Array([0x81, 0x01, 0xc2]);
  const wire = encodeRaw({ name: new ExtData(12, refinement) });
  const value = decode({ msgpack: wire });
  expect(value).toEqual({ name: new Unknown(12, refinement) });
  expect(Buffer.from(encode(value).msgpack!)).toEqual(Buffer.from(wire));
});

test("an empty value on the wire is null, and JSON is read where there is no msgpack", () => {
  expect(
    decode({ msgpack: new Uint8Array(), json: new Uint8Array() }),
  ).toBeNull();
  expect(decode({ json: Buffer.from('{"a":[1,null]}') })).toEqual({
    a: [1, null],
  });
});

test("an unknown equals nothing and is found at any depth", () => {
  expect(equal(UNKNOWN, UNKNOWN)).toBe(false);
  expect(equal({ a: [UNKNOWN] }, { a: [UNKNOWN] })).toBe(false);
  expect(hasUnknown({ a: [{ b: UNKNOWN }] })).toBe(true);
  expect(hasUnknown({ a: [{ b: null }] })).toBe(false);
});

test.each<[Value, Value]>([
  [1, "1"],
  [null, ""],
  [[], null],
  [[], {}],
  [{ a: null }, {}],
  [1n, "1"],
])("pair %# of unlike values is not equal", (a, b) => {
  expect(equal(a, b)).toBe(false);
});

test("a number and the same number as bigint are equal", () => {
  expect(equal({ a: 5 }, { a: 5n })).toBe(true);
});
