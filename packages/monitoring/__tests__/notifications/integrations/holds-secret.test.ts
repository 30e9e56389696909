import { holdsSecret } from "../../../src/notifications/integrations/holds-secret";

test.each([
  ["http://webhook-receiver:8080/webhook/critical", false],
  ["https://heartbeat.example.com/monitoring", false],
  ["https://hooks.acme.test/a?team=payments&severity=critical", false],
  ["https://acme.atlassian.net/rest/api/2", false],
  ["not an address", false],
  ["https://user:word@hooks.acme.test/", true],
  ["https://hooks.acme.test/?token=x", true],
  ["https://hooks.acme.test/?apikey=x", true],
  [
    "https://hooks.slack.com/services/T000000/B000000/abcDEF123ghiJKL456mnoPQR",
    true,
  ],
  ["https://hooks.acme.test/x?id=0123456789abcdef0123", true],
])("%s holds a secret: %s", (address, expected) => {
  expect(holdsSecret(address)).toBe(expected);
});
