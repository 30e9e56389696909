"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.recordingGroups = void 0;
const expressions_1 = require("../../dashboards/monito/expressions");
/** What an alert and a panel share. */
exports.recordingGroups = [
  {
    name: "monito-operations",
    interval: "30s",
    recordings: [
      {
        record: "component:monito_operations_errors:ratio_rate5m",
        expr: (0, expressions_1.errorRatio)("5m"),
      },
    ],
  },
];
//# sourceMappingURL=recordings.js.map
