/** Go templates that receivers use by name: `{{ template "shop.title" . }}`. */
export interface MessageTemplate {
  /** Unique in the project. */
  readonly name: string;
  /** One or more `{{ define "…" }}…{{ end }}`, starting with one. */
  readonly template: string;
}
