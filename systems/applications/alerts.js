"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertGroups = void 0;
exports.alertGroups = [
  {
    name: "custom_application_alerts",
    interval: "30s",
    alerts: [
      {
        alert: "ApplicationDown",
        expr: 'up{job="custom-app"}',
        condition: { is: "==", value: 0 },
        for: "2m",
        severity: "critical",
        team: "backend",
        summary: "Application {{ $labels.instance }} is down",
        description:
          "{{ $labels.instance }} has not answered the scrape for more than 2 minutes",
      },
      {
        // A target that left discovery has no series at all: `up == 0` would stay silent.
        alert: "ApplicationMissing",
        expr: 'absent(up{job="custom-app"})',
        for: "5m",
        severity: "critical",
        team: "backend",
        summary: "No application is known to the monitoring any more",
        description:
          "The job custom-app has had no target for more than 5 minutes",
      },
    ],
  },
];
//# sourceMappingURL=alerts.js.map
