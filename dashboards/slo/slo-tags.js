"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.sloTags = sloTags;
/** The tags of a dashboard on objectives, beside its system's id, which may be the same word. */
function sloTags(system) {
  return ["slo"].filter((tag) => tag !== system);
}
//# sourceMappingURL=slo-tags.js.map
