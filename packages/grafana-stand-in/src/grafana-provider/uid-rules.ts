const MAX_LENGTH = 40;

/** Characters and length that Grafana accepts in a uid; an empty one is generated. */
export function uidProblems(name: string, uid = ""): string[] {
  return [
    ...(/^[a-zA-Z0-9_-]*$/.test(uid)
      ? []
      : [
          `${name}: ${JSON.stringify(uid)} has characters outside [a-zA-Z0-9_-]`,
        ]),
    ...(uid.length > MAX_LENGTH
      ? [`${name}: ${uid.length} characters, the most is ${MAX_LENGTH}`]
      : []),
  ];
}
