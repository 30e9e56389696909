/** The matchers that cdktf adds to `expect`, for tests of constructs. */
require("cdktf/lib/testing/adapters/jest");
require("cdktf").Testing.setupJest();
