"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.userDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const http_service_1 = require("./http-service");
exports.userDashboard = (0, http_service_1.httpServiceDashboard)({
  uid: "ps-user",
  title: "User Service - Authentication & Users",
  description: "Whether people can register and sign in, and who is there.",
  tags: ["user"],
  job: "user-service",
  business: [
    (0, dashboards_1.row)("Authentication", [logins(), tokens()]),
    (0, dashboards_1.row)("Users", [
      activeUsers(),
      registrations(),
      profileAggregation(),
      profileRequests(),
    ]),
  ],
});
function logins() {
  const rate = (status) =>
    `sum(rate(login_attempts_total{status="${status}"}[$__rate_interval]))`;
  return (0, dashboards_1.timeseries)("logins", {
    title: "Login Success vs Failures",
    description:
      "Attempts to log in per second. Good: failures stay a small share; many failures with few successes are somebody guessing passwords, or a broken login.",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(rate("success"), "Successful Logins"),
      (0, dashboards_1.query)(rate("failed"), "Failed Attempts"),
    ],
  });
}
function tokens() {
  return (0, dashboards_1.timeseries)("jwt-operations", {
    title: "JWT Operations",
    description:
      "Tokens issued and checked per second, by result. Good: checks follow the requests of all services, refusals near zero.",
    unit: "ops",
    queries: [
      (0, dashboards_1.query)(
        "sum by (operation, status) (rate(jwt_operations_total[$__rate_interval]))",
        "{{operation}} {{status}}",
      ),
    ],
  });
}
function activeUsers() {
  return (0, dashboards_1.stat)("active-users", {
    title: "Active Users by Role",
    description:
      "Users with a session, by role. Follows the day; administrators are few.",
    width: "half",
    height: 8,
    unit: "short",
    queries: [
      (0, dashboards_1.query)("sum by (role) (active_users)", "{{role}}"),
    ],
  });
}
function registrations() {
  return (0, dashboards_1.timeseries)("registrations", {
    title: "User Registration Rate",
    description:
      "Registrations per second by role. A burst without a campaign is a robot; none at all during the day is a broken form.",
    unit: "cps",
    queries: [
      (0, dashboards_1.query)(
        "sum by (role) (rate(user_registrations_total[$__rate_interval]))",
        "{{role}} registrations",
      ),
    ],
  });
}
function profileAggregation() {
  return (0, dashboards_1.timeseries)("profile-aggregation", {
    title: "Profile Aggregation Performance",
    description:
      "95 % of the profiles were gathered faster. Good is well below half a second, the limit for the whole answer.",
    unit: "s",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "histogram_quantile(0.95, sum by (le) (rate(profile_aggregation_seconds_bucket[$__rate_interval])))",
        "P95 Aggregation Time",
      ),
    ],
  });
}
function profileRequests() {
  return (0, dashboards_1.timeseries)("profile-requests", {
    title: "Profile Requests",
    description:
      "Requests for one's own profile per second, which every page of a signed-in customer makes. Runs in step with the active users.",
    unit: "reqps",
    queries: [
      (0, dashboards_1.query)(
        'sum(rate(http_requests_total{job="user-service", endpoint="/user-api/me"}[$__rate_interval]))',
        "/user-api/me",
      ),
    ],
  });
}
//# sourceMappingURL=user.js.map
