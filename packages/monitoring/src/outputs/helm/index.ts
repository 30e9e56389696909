export { helmValues } from "./helm-values";
