"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.monito = void 0;
const pipeline_1 = require("../../dashboards/monito/pipeline");
const runtimes_1 = require("monitoring-as-code/exporters/runtimes");
const alerts_1 = require("./alerts");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
const recordings_1 = require("./recordings");
/**
 * A pipeline of files. It has no receivers of its own, its alerts go where all go; and no objectives, which need a baseline
 * first.
 */
exports.monito = {
  id: "monito",
  title: "Monito",
  description:
    "Python pipeline that parses and validates Excel files: pre-processor, row validator, language model, Redis cache",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [runtimes_1.pythonRuntime],
  dashboards: [pipeline_1.pipelineDashboard],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: recordings_1.recordingGroups,
  slos: [],
};
//# sourceMappingURL=index.js.map
