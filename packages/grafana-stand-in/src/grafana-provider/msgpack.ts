import { Decoder, Encoder, ExtensionCodec } from "@msgpack/msgpack";
import { Unknown, type Value } from "./cty";

/** A value on the wire: one of the two encodings is filled. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

const unknowns = new ExtensionCodec();
for (const type of [0, 12] as const) {
  unknowns.register({
    type,
    encode: (value: unknown) =>
      value instanceof Unknown && value.extensionType === type
        ? value.refinement
        : null,
    decode: (data) => new Unknown(type, data.slice()),
  });
}

// With useBigInt64 only integers that take 64 bits on the wire become bigint.
const options = { extensionCodec: unknowns, useBigInt64: true };
const decoder = new Decoder(options);
const encoder = new Encoder(options);

/** Decodes a value; one that is empty on the wire is null. */
export function decode(value: DynamicValue | null | undefined): Value {
  if (value?.msgpack?.length) return decoder.decode(value.msgpack) as Value;
  if (value?.json?.length) {
    return JSON.parse(Buffer.from(value.json).toString("utf8")) as Value;
  }
  return null;
}

export function encode(value: Value): DynamicValue {
  return { msgpack: Buffer.from(encoder.encode(value)) };
}
