import pLimit from "p-limit";
import { isDeepStrictEqual } from "node:util";
import { annotationKey } from "./annotation-steps";
import { objectKinds } from "./objects";
import type { RestorePlan, Step } from "./restore-step";
import { silenceKey } from "./silence-steps";
import type { Progress } from "./progress";
import type { GrafanaClient } from "../clients/grafana-client";
import { requestsAtOnce } from "../clients/grafana-lists";
import { GrafanaError } from "../clients/grafana-http";
import { allOrFirstError } from "./read-grafana";

export interface WriteOptions {
  /** What the server is called. */
  readonly name: string;
  /** What its history of versions says. */
  readonly message: string;
  readonly now: Date;
  readonly progress: Progress;
}

/** One object to write, and how to find out that it was written after all. */
interface Write {
  readonly what: string;
  readonly write: () => Promise<void>;
  readonly isDone: () => Promise<boolean>;
}

/** How often an object is written whose first attempt got no certain answer. */
const attempts = 3;

/**
 * Does what a plan creates and updates: folders one after the other, the rest a few at once. An object that is refused does not
 * hold up the others; they are all named in the error that is thrown at the end. A server that is gone ends it at once.
 */
export async function writeGrafana(
  client: GrafanaClient,
  plan: RestorePlan,
  options: WriteOptions,
): Promise<void> {
  const { name, progress } = options;
  const writes = writesOf(client, plan, options);
  const refused: string[] = [];
  for (const kind of objectKinds) {
    progress.start(`${name}: ${kind}`, writes[kind].length);
    const limit = pLimit(kind === "folders" ? 1 : requestsAtOnce);
    await allOrFirstError(
      limit,
      writes[kind].map((write) => async () => {
        try {
          await settled(write);
        } catch (error) {
          if (!(error instanceof GrafanaError) || error.isHopeless) throw error;
          refused.push(`${write.what}: ${error.message}`);
        }
        progress.step();
      }),
    );
  }
  progress.stop();
  if (refused.length > 0) throw new Error(refused.join("\n"));
}

/** Writes once, even if an answer is lost on its way back. */
async function settled({ write, isDone }: Write): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (!(error instanceof GrafanaError) || error.status === 401) throw error;
      if (await isDone()) return;
      if (!error.isUncertain || attempt === attempts) throw error;
    }
  }
}

function writesOf(
  client: GrafanaClient,
  plan: RestorePlan,
  { message, now }: WriteOptions,
): Readonly<Record<keyof RestorePlan, readonly Write[]>> {
  return {
    folders: toWrite(plan.folders).map(({ wanted, found }) => ({
      what: `folder "${wanted.title}" (${wanted.uid})`,
      write: () =>
        found === undefined
          ? client.createFolder(wanted)
          : client.updateFolder(wanted, found),
      isDone: async () =>
        (await client.folders()).some(
          ({ uid, title, parentUid }) =>
            uid === wanted.uid &&
            title === wanted.title &&
            parentUid === wanted.parentUid,
        ),
    })),
    dashboards: toWrite(plan.dashboards).map(({ wanted, found }) => ({
      what: `dashboard "${wanted.title}" (${wanted.uid})`,
      write: () => client.saveDashboard(wanted, found, message),
      isDone: async () => {
        const there = await client.dashboard(wanted.uid);
        return (
          there?.folderUid === wanted.folderUid &&
          isDeepStrictEqual(there?.content, wanted.content)
        );
      },
    })),
    annotations: toWrite(plan.annotations).map(({ wanted }) => ({
      what: `annotation of ${new Date(wanted.time).toISOString()}`,
      write: () => client.createAnnotation(wanted),
      isDone: async () => {
        const { time: from, time: to } = wanted;
        const { annotations } = await client.annotationsWithin({ from, to });
        return annotations.some(
          (annotation) => annotationKey(annotation) === annotationKey(wanted),
        );
      },
    })),
    silences: toWrite(plan.silences).map(({ wanted }) => ({
      what: `silence ${wanted.id}`,
      write: () => client.createSilence(wanted),
      isDone: async () =>
        (await client.silences()).some(
          (silence) => silenceKey(silence, now) === silenceKey(wanted, now),
        ),
    })),
  };
}

function toWrite<Wanted, Found>(
  steps: readonly Step<Wanted, Found>[],
): readonly Step<Wanted, Found>[] {
  return steps.filter(
    ({ verdict }) => verdict === "create" || verdict === "update",
  );
}
