export { scaffoldKinds } from "./scaffold";
