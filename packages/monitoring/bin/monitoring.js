#!/usr/bin/env node
const [, , command = "--help", ...rest] = process.argv;
process.argv = [process.execPath, `monitoring ${command}`, ...rest];
require(`../lib/cli/${command}`);
