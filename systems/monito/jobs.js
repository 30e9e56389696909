"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jobs = void 0;
/**
 * A process serves its own metrics, and a port serves one process: further workers get a target each. Jobs that end
 * before they are scraped need a Pushgateway.
 */
exports.jobs = [{ job: "monito", targets: ["monito:8000"], interval: "15s" }];
//# sourceMappingURL=jobs.js.map
