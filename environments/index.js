"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.environments = void 0;
const dev_1 = require("./dev");
const local_1 = require("./local");
const prod_1 = require("./prod");
const staging_1 = require("./staging");
/** Every environment, in the order in which changes reach them. */
exports.environments = [
  local_1.local,
  dev_1.dev,
  staging_1.staging,
  prod_1.prod,
];
//# sourceMappingURL=index.js.map
