/** A file to write, relative to the project, before it is formatted. */
export interface ScaffoldedFile {
  readonly path: string;
  readonly content: string;
}

/** Reads a file of the project; `undefined` where there is none. */
export type ReadFile = (path: string) => string | undefined;

/** What `path` holds. Throws where it is not there. */
export function existing(read: ReadFile, path: string): string {
  const content = read(path);
  if (content === undefined)
    throw new Error(
      `${path} is not there: run this in the root of the project`,
    );
  return content;
}

/** Throws where `path` is there already. */
export function refuse(read: ReadFile, path: string): void {
  if (read(path) !== undefined)
    throw new Error(
      `${path} is there already: choose another name, or edit it`,
    );
}

/** `order-returns` becomes `orderReturns`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}
