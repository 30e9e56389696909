export type { RenderedFile } from "./yaml-file";
