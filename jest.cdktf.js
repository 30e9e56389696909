/** The matchers that cdktf adds to `expect`, for tests of constructs. */
require("cdktf/lib/testing/adapters/jest");
require("cdktf").Testing.setupJest();

// cdktf takes a stack trace for every token and shows none of them; with source maps they take longer than all the rest.
require("cdktf/lib/tokens/private/stack-trace").captureStackTrace = () => [];
