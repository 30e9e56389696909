export { checkLogql } from "./check";
