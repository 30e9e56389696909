/** What follows `${`: `name}`, `name:format}`, `__field.labels.job}`, `__data.fields["Trace"]}`, `__from:date:iso}`. */
const reference = /^[A-Za-z_]\w*(?:\.[^{}:]+)?(?::[^{}"]+)?\}/;

/** True when every `${` in `text` opens a variable and closes it: Grafana would print anything else as it stands. */
export function closesVariables(text: string): boolean {
  return text
    .split("${")
    .slice(1)
    .every((rest) => reference.test(rest));
}
