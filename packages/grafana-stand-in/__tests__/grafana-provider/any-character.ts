import fc from "fast-check";

const SURROGATES = { first: 0xd800, count: 0x800 };

/**
 * Any one character of Unicode, as the unit "binary" of fast-check, which however makes a table of all million of them first:
 * `fc.string({ unit: anyCharacter })`.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(0x10ffff - SURROGATES.count)
  .map((i) =>
    String.fromCodePoint(i < SURROGATES.first ? i : i + SURROGATES.count),
  );
