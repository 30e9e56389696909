/** The order of the files: those that wait for servers and for AWS's provider first, so that others compute meanwhile. */
const { default: Sequencer } = require("@jest/test-sequencer");

const waiting = ["live-alerting", "stacks", "s3-state", "review-changes"];

module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = waiting.findIndex((name) =>
        path.endsWith(`/${name}.test.ts`),
      );
      return place < 0 ? waiting.length : place;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
