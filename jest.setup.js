// The matchers of cdktf are for constructs; loading it takes longer than most other tests.
if (/\/__tests__\/constructs\//.test(expect.getState().testPath)) {
  require("cdktf/lib/testing/adapters/jest");
  require("cdktf").Testing.setupJest();
}
