export {
  isDefault,
  kindOf,
  uidOfKind,
  type DataSourceKind,
} from "./data-source";
export { dataSourceProblems } from "./data-source-problems";
