#!/usr/bin/env node
const { main } = require("../lib/cli/main.js");

void main(process.argv.slice(2));
