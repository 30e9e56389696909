import type { ObjectValue } from "./cty";

/** The objects that the emulated Grafana server holds, by type and id. */
export class ObjectStore {
  private readonly objects = new Map<string, Map<string, ObjectValue>>();

  get(type: string, id: string): ObjectValue | undefined {
    return this.objects.get(type)?.get(id);
  }

  /** Id and object, in the order in which they were made. */
  entries(type: string): [string, ObjectValue][] {
    return [...(this.objects.get(type) ?? [])];
  }

  all(type: string): ObjectValue[] {
    return this.entries(type).map(([, object]) => object);
  }

  put(type: string, id: string, object: ObjectValue): void {
    const ofType = this.objects.get(type) ?? new Map<string, ObjectValue>();
    ofType.set(id, object);
    this.objects.set(type, ofType);
  }

  delete(type: string, id: string): void {
    this.objects.get(type)?.delete(id);
  }

  types(): string[] {
    return [...this.objects.keys()];
  }
}
