require("cdktf/lib/testing/adapters/jest");
require("cdktf").Testing.setupJest();
