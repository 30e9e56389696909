/** Between which values a result lies. `mayBeNaN`: a division or the like may also give no number at all. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly mayBeNaN: boolean;
}

/** Bounds of what nothing is known of. */
export const ANYTHING: Bounds = {
  min: -Infinity,
  max: Infinity,
  mayBeNaN: false,
};

export const between = (
  min: number,
  max: number,
  mayBeNaN = false,
): Bounds => ({
  min,
  max,
  mayBeNaN,
});

/** Sums and counts grow without limit, but keep their sign. */
export function summed({ min, max, mayBeNaN }: Bounds): Bounds {
  return between(
    min >= 0 ? min : -Infinity,
    max <= 0 ? max : Infinity,
    mayBeNaN,
  );
}

/** Bounds after a `clamp` to `low` and `high`. */
export function narrowed(
  { min, max, mayBeNaN }: Bounds,
  low: number,
  high: number,
): Bounds {
  return between(
    Math.min(Math.max(min, low), high),
    Math.max(Math.min(max, high), low),
    mayBeNaN,
  );
}

/** Bounds of a product of factors between these limits. */
export function ofProducts(
  left: readonly number[],
  right: readonly number[],
  mayBeNaN: boolean,
): Bounds {
  const products = left.flatMap((a) =>
    right.map((b) => (a === 0 || b === 0 ? 0 : a * b)),
  );
  return between(Math.min(...products), Math.max(...products), mayBeNaN);
}
