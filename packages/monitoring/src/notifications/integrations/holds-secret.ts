/**
 * Whether an address seems to hold a secret: a password, a parameter called like one, or a part that nobody could guess.
 * Addresses of webhooks are written in clear, so such a one must not be.
 */
export function holdsSecret(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.password !== "") return true;
  const named = [...url.searchParams].some(
    ([name, value]) =>
      value !== "" && /token|key|secret|sig|auth|pass|code|hash/i.test(name),
  );
  const parts = [
    ...url.pathname.split(/[/.:,;=_-]/),
    ...[...url.searchParams.values()].flatMap((value) => value.split(/[-_.]/)),
  ];
  return named || parts.some(isRandom);
}

/** Long, with digits among the letters. */
function isRandom(part: string): boolean {
  return (
    /^[A-Za-z0-9+%]{16,}$/.test(part) &&
    /[0-9]/.test(part) &&
    /[A-Za-z]/.test(part)
  );
}
