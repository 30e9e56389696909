import { ok, refusal, type Answer, type Asked } from "./answer";

export interface StoredAnnotation {
  readonly time: number;
  readonly timeEnd: number;
  readonly text: string;
  readonly tags: readonly string[];
  readonly dashboardUID?: string | null;
  readonly dashboardId?: number;
  readonly panelId?: number;
  readonly alertId?: number;
  readonly newState?: string;
}

/** Annotations, listed without pages: the latest first, as many as were asked for. */
export class Annotations {
  stored: (StoredAnnotation & { readonly id: number })[] = [];
  private last = 0;

  constructor(private readonly hasDashboard: (uid: string) => boolean) {}

  add(annotation: StoredAnnotation): void {
    this.last += 1;
    this.stored.push({ ...annotation, id: this.last });
  }

  list({ query }: Asked): Answer {
    const [from, to] = [Number(query.get("from")), Number(query.get("to"))];
    const found = this.stored
      .filter(
        ({ time, timeEnd, alertId = 0 }) =>
          time <= to &&
          timeEnd >= from &&
          (query.get("type") !== "annotation" || alertId === 0),
      )
      .sort((a, b) => b.timeEnd - a.timeEnd || b.time - a.time);
    return ok(found.slice(0, Number(query.get("limit") ?? 100)));
  }

  create({ body }: Asked): Answer {
    const {
      time,
      timeEnd = time,
      text,
      tags = [],
      ...rest
    } = body as unknown as StoredAnnotation;
    if (text === "") return refusal(400, "text field should not be empty");
    const uid = rest.dashboardUID ?? "";
    if (uid !== "" && !this.hasDashboard(uid))
      return refusal(404, "Dashboard not found");
    this.add({
      time,
      timeEnd,
      text,
      tags,
      ...rest,
      ...(uid === "" ? {} : { dashboardId: 7 }),
    });
    return ok({ message: "Annotation added", id: this.last });
  }
}

export interface StoredSilence {
  readonly matchers: readonly unknown[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly createdBy: string;
  readonly comment: string;
}

/** Silences as an Alertmanager keeps them: none begins in the past, none ends there. */
export class Silences {
  stored: (StoredSilence & { readonly id: string })[] = [];
  private last = 0;

  constructor(private readonly now: () => Date) {}

  add(silence: StoredSilence): string {
    this.last += 1;
    const id = `silence-${this.last}`;
    this.stored.push({ ...silence, id });
    return id;
  }

  list(): Answer {
    const now = this.now().toISOString();
    return ok(
      this.stored.map((silence) => ({
        ...silence,
        updatedAt: now,
        status: {
          state:
            silence.endsAt <= now
              ? "expired"
              : silence.startsAt > now
                ? "pending"
                : "active",
        },
      })),
    );
  }

  create({ body }: Asked): Answer {
    const silence = body as unknown as StoredSilence;
    const now = this.now().toISOString();
    if (silence.endsAt <= now)
      return refusal(400, "bad silence: end time can't be in the past");
    const startsAt = silence.startsAt < now ? now : silence.startsAt;
    return ok({ silenceID: this.add({ ...silence, startsAt }) });
  }
}
