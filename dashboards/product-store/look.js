"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.look = void 0;
/** What the dashboards of the shop have in common: they are refreshed as often as the services are scraped. */
exports.look = {
  system: "product-store",
  refresh: "10s",
  time: { from: "now-1h", to: "now" },
};
//# sourceMappingURL=look.js.map
