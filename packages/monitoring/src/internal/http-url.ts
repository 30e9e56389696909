/**
 * What an address that Grafana or Terraform calls must be and is not, or undefined: `http` or `https`, without user and
 * password (they would be readable in the state), query and fragment.
 */
export function httpUrlProblem(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !["http:", "https:"].includes(url.protocol) ||
    !/^https?:\/\/[^\s]+$/.test(text)
  )
    return `an http or https URL such as "http://prometheus:9090", got "${text}"`;
  if (url.username !== "" || url.password !== "")
    return `a URL without user and password, got one for host "${url.host}": use basic authentication with a secret`;
  if (url.search !== "" || url.hash !== "")
    return `a URL without query and fragment, got one after "${url.origin}${url.pathname}"`;
  return undefined;
}

/** What `host:port` must be and is not, or undefined. */
export function hostAndPortProblem(text: string): string | undefined {
  const port = /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?:(\d{1,5})$/.exec(
    text,
  )?.[2];
  if (port !== undefined && Number(port) >= 1 && Number(port) <= 65_535)
    return undefined;
  return `a host and a port such as "postgres:5432", got "${text}"`;
}
