"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.budgetColors = void 0;
const slo_1 = require("monitoring-as-code/slo");
const dashboards_1 = require("monitoring-as-code/dashboards");
/** Colours of what is left of a budget, at the boundaries of the error-budget policy; as a share of 1. */
exports.budgetColors = (0, dashboards_1.thresholds)(
  "dark-red",
  [0, "red"],
  [slo_1.budgetLevels.critical.below / 100, "orange"],
  [slo_1.budgetLevels.warning.upTo / 100, "green"],
);
//# sourceMappingURL=budget-colors.js.map
