import { withElement, withImport } from "../scaffold/edit-source";
import type { ImportedFile } from "./import-result";

/** How imported things get into a list of the project. */
export interface Registration {
  /** Files that may hold the list, the first that has it. */
  readonly files: readonly RegistrationFile[];
  /** The list's name. */
  readonly list: string;
  /** What is added to it: `shopDashboard`, `...nodeAlertGroups`. */
  readonly element: string;
}

export interface RegistrationFile {
  readonly path: string;
  /** The import that the element needs there. */
  readonly statement: string;
}

/** What is added by hand, for people. */
export function registrationText({
  files,
  list,
  element,
}: Registration): string {
  const [file] = files;
  return `${file?.path}: ${file?.statement} and ${element} in ${list}`;
}

/**
 * The files of the project with everything registered; what is registered already stays as it is. `read` gives a file's
 * text, `undefined` where there is none. Throws where no file has the list.
 */
export function registered(
  registrations: readonly Registration[],
  read: (path: string) => string | undefined,
): readonly ImportedFile[] {
  const edited = new Map<string, string>();
  for (const registration of registrations) {
    const { files, list, element } = registration;
    const current = (path: string): string | undefined =>
      edited.get(path) ?? read(path);
    const isThere = files.some(
      ({ path, statement }) => current(path)?.includes(statement) === true,
    );
    if (isThere) continue;
    const found = files.flatMap(({ path, statement }) => {
      const source = current(path);
      const content =
        source === undefined
          ? undefined
          : withElementIfListed(source, list, element);
      return content === undefined
        ? []
        : [{ path, content: withImport(content, statement) }];
    });
    const [file] = found;
    if (file === undefined)
      throw new Error(
        `no list called "${list}" in ${files.map(({ path }) => path).join(" or ")}: add it by hand, ${registrationText(registration)}`,
      );
    edited.set(file.path, file.content);
  }
  return [...edited].map(([path, content]) => ({ path, content }));
}

function withElementIfListed(
  source: string,
  list: string,
  element: string,
): string | undefined {
  try {
    return withElement(source, list, element);
  } catch {
    return undefined;
  }
}
