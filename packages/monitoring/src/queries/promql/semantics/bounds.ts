/**
 * Between which values a result lies, both ends included: `-0` is less than `0`, because what is divided by them differs.
 * `mayBeNaN`: a division or the like may also give no number at all.
 */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly mayBeNaN: boolean;
}

/** Bounds of what nothing is known of. */
export const ANYTHING: Bounds = {
  min: -Infinity,
  max: Infinity,
  mayBeNaN: true,
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
export function summed(bounds: Bounds): Bounds {
  const { min, max, mayBeNaN } = bounds;
  return between(
    min >= 0 ? min : -Infinity,
    max <= 0 ? max : Infinity,
    mayBeNaN || (min === -Infinity && max === Infinity),
  );
}

/** True when infinity lies within: differences, products and averages of it may give no number. */
export function mayBeInfinite({ min, max }: Bounds): boolean {
  return min === -Infinity || max === Infinity;
}

/** Bounds of the greater one of two values. */
export function greaterOf(a: Bounds, b: Bounds): Bounds {
  return between(
    Math.max(a.min, b.min),
    Math.max(a.max, b.max),
    a.mayBeNaN || b.mayBeNaN,
  );
}

/** Bounds of the lesser one of two values. */
export function lesserOf(a: Bounds, b: Bounds): Bounds {
  return between(
    Math.min(a.min, b.min),
    Math.min(a.max, b.max),
    a.mayBeNaN || b.mayBeNaN,
  );
}

/** Bounds of values from either side. */
export function hull(a: Bounds, b: Bounds): Bounds {
  return between(
    Math.min(a.min, b.min),
    Math.max(a.max, b.max),
    a.mayBeNaN || b.mayBeNaN,
  );
}
