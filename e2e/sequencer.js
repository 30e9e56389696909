/**
 * The order of the files: those that wait for servers and for AWS's provider first, so that others compute meanwhile; then
 * what takes minutes, so that none of it is left over at the end.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

const first = [
  ...["live-alerting", "stacks", "s3-state", "review-changes"],
  ...["start", "smallest-plan", "scaffold", "import", "alert-units"],
];

module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = first.findIndex((name) =>
        path.endsWith(`/${name}.test.ts`),
      );
      return place < 0 ? first.length : place;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
