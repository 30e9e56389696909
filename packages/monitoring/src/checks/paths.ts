/** A place in the model as findings name it: `shop > dashboard shop-orders > panel order-rate > A`. */
export function pathOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" > ");
}
