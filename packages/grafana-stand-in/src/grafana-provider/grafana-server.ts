import { onServer } from "./canonical-form";
import { equal, text, type ObjectValue } from "./cty";
import { removeWithContents, unlinkMuteTiming } from "./deletion";
import { error, type Diagnostic } from "./diagnostic";
import { importIds, isSingleton, uniqueAttributes } from "./identity";
import { missingTargets } from "./object-references";
import { objectProblems } from "./object-rules";
import { ObjectStore } from "./object-store";
import { moveRules, reorderedRules } from "./rule-uids";

/** What became of a request; a refused one leaves the server as it was. */
export type Outcome =
  | { readonly object: ObjectValue | null }
  | { readonly refused: readonly Diagnostic[] };

/** A Grafana server reduced to what a Terraform run can notice of it. */
export class GrafanaServer {
  private readonly store = new ObjectStore();

  read(type: string, id: string): ObjectValue | null {
    return this.store.get(type, id) ?? null;
  }

  /** The object that a user means by the id in `terraform import`. */
  findForImport(type: string, id: string): ObjectValue | undefined {
    return importIds(type, id)
      .map((candidate) => this.store.get(type, candidate))
      .find((object) => object !== undefined);
  }

  /** The first object with all these attributes. */
  find(type: string, attributes: ObjectValue): ObjectValue | undefined {
    return this.store
      .all(type)
      .find((object) =>
        Object.entries(attributes).every(([name, value]) =>
          equal(object[name] ?? null, value),
        ),
      );
  }

  create(type: string, object: ObjectValue): Outcome {
    const id = text(object["id"])!;
    const taken = this.collisions(type, id, object);
    if (taken.length > 0) return refused("CREATE", type, "409 Conflict", taken);
    return this.put("CREATE", type, id, object);
  }

  update(type: string, prior: ObjectValue, object: ObjectValue): Outcome {
    const id = text(prior["id"])!;
    if (this.store.get(type, id) === undefined) {
      return refused("UPDATE", type, "404 Not Found", [
        `${id} is not on the server`,
      ]);
    }
    const reordered =
      type === "grafana_rule_group" ? reorderedRules(prior, object) : [];
    if (reordered.length > 0) {
      return refused("UPDATE", type, "400 Bad Request", reordered);
    }
    return this.put("UPDATE", type, id, object);
  }

  /** Deleting what is gone already succeeds. */
  delete(type: string, prior: ObjectValue): Outcome {
    const id = text(prior["id"])!;
    const target = this.store.get(type, id);
    if (target === undefined) return { object: null };
    if (type === "grafana_mute_timing") unlinkMuteTiming(this.store, target);
    const inUse = removeWithContents(this.store, type, id, target);
    if (inUse.length > 0) return refused("DELETE", type, "409 Conflict", inUse);
    return { object: null };
  }

  private put(
    action: "CREATE" | "UPDATE",
    type: string,
    id: string,
    object: ObjectValue,
  ): Outcome {
    const problems = [
      ...objectProblems(type, object),
      ...missingTargets(this.store, type, object),
    ];
    if (problems.length > 0) {
      return refused(action, type, "400 Bad Request", problems);
    }
    const stored = onServer(type, object);
    if (type === "grafana_rule_group") moveRules(this.store, id, stored);
    if (type === "grafana_data_source" && stored["is_default"] === true) {
      this.unsetOtherDefaults(id);
    }
    this.store.put(type, id, stored);
    return { object: stored };
  }

  private collisions(type: string, id: string, object: ObjectValue): string[] {
    if (this.store.get(type, id) !== undefined) {
      if (isSingleton(type)) {
        return [
          `an organisation has one ${type}, and it is managed already: the second would overwrite the first`,
        ];
      }
      const overwrites =
        type === "grafana_dashboard" && object["overwrite"] === true;
      return overwrites ? [] : [`${id} already exists`];
    }
    return (uniqueAttributes[type] ?? [])
      .filter((name) => this.find(type, { [name]: object[name] ?? null }))
      .map((name) => `${name}: ${text(object[name])} already exists`);
  }

  /** An organisation has one default data source: the last one to ask. */
  private unsetOtherDefaults(id: string): void {
    for (const [other, dataSource] of this.store.entries(
      "grafana_data_source",
    )) {
      if (other === id || dataSource["is_default"] !== true) continue;
      this.store.put("grafana_data_source", other, {
        ...dataSource,
        is_default: false,
      });
    }
  }
}

function refused(
  action: string,
  type: string,
  status: string,
  problems: readonly string[],
): Outcome {
  return {
    refused: [error(`[${action} ${type}] ${status}`, problems.join("\n"))],
  };
}
