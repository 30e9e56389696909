import { Construct } from "constructs";
import { PrivateBucket } from "./private-bucket";

export interface LongTermStorageProps {
  /** First part of the bucket's name, `<prefix>-<environment>`. */
  readonly namePrefix: string;
  /** Days until blocks are read seldom. @default 30 */
  readonly infrequentAccessAfterDays?: number;
  /** Days until blocks are read hardly ever; they can still be queried. @default 90 */
  readonly glacierAfterDays?: number;
  /** @default 365 */
  readonly expireAfterDays?: number;
  /** @default true */
  readonly deletionProtection?: boolean;
}

/** Defines where metric blocks go that Prometheus itself no longer keeps. */
export class LongTermStorage extends Construct {
  /** The token for the bucket's name. */
  readonly bucket: string;

  constructor(
    scope: Construct,
    id: string,
    {
      namePrefix,
      infrequentAccessAfterDays = 30,
      glacierAfterDays = 90,
      expireAfterDays = 365,
      deletionProtection = true,
    }: LongTermStorageProps,
  ) {
    super(scope, id);
    this.bucket = new PrivateBucket(this, "blocks", {
      name: `${namePrefix}-prometheus-long-term`,
      retention: {
        infrequentAccessAfterDays,
        glacierAfterDays,
        expireAfterDays,
      },
      deletionProtection,
    }).bucket;
  }
}
