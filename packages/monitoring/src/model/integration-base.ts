/** What every integration has. */
export interface IntegrationBase {
  /** Whether the end of an alert is told too. @default true */
  readonly sendResolved?: boolean;
}
