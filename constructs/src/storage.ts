import { Construct } from "constructs";
import type { StorageSettings } from "monitoring-as-code";
import type { RenderedFile } from "monitoring-as-code/outputs";
import { ArtefactBucket } from "./artefact-bucket";
import { BackupBucket } from "./backup-bucket";
import { LongTermStorage } from "./long-term-storage";

export interface StorageProps {
  readonly settings: StorageSettings;
  /** The name of the environment, second part of every bucket's name. */
  readonly environment: string;
  /** What rulers outside of the cluster read, by folder of the bucket. */
  readonly artefacts: Readonly<Record<string, readonly RenderedFile[]>>;
  /** Refuses to delete buckets, with or without objects. @default true */
  readonly deletionProtection?: boolean;
}

/** Defines the buckets of an environment, as far as its settings ask for them. */
export class Storage extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      settings,
      environment,
      artefacts,
      deletionProtection = true,
    }: StorageProps,
  ) {
    super(scope, id);
    const shared = {
      namePrefix: `${settings.bucketPrefix}-${environment}`,
      deletionProtection,
    };
    new BackupBucket(this, "backups", {
      ...shared,
      retentionDays: settings.backupRetentionDays,
    });
    if (settings.longTerm !== undefined)
      new LongTermStorage(this, "long-term", {
        ...shared,
        ...settings.longTerm,
      });
    if (settings.artefacts)
      new ArtefactBucket(this, "artefacts", {
        ...shared,
        files: Object.fromEntries(
          Object.entries(artefacts).flatMap(([folder, files]) =>
            files.map(
              ({ path, content }) => [`${folder}/${path}`, content] as const,
            ),
          ),
        ),
      });
  }
}
