export { importBlocks } from "./import-blocks";
