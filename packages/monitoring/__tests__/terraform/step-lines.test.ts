import { StepLines } from "../../src/terraform/step-lines";

/** A clock that goes on by what a step says it took. */
function recorder(isTTY: boolean): {
  readonly lines: StepLines;
  readonly written: () => string;
  readonly take: (milliseconds: number) => void;
} {
  let text = "";
  let time = 0;
  return {
    lines: new StepLines(
      { isTTY, write: (part) => (text += part) },
      () => time,
    ),
    written: () => text,
    take: (milliseconds) => {
      time += milliseconds;
    },
  };
}

test("a step is named before it is done, and timed afterwards", async () => {
  const { lines, written, take } = recorder(false);
  await lines.step("plan", () => {
    expect(written()).toBe("plan … ");
    take(1250);
    return Promise.resolve();
  });
  expect(written()).toBe("plan … 1.3 s\n");
});

test("what came of it stands before the time, and is given back", async () => {
  const { lines, written } = recorder(false);
  const value = await lines.step(
    "plan",
    () => Promise.resolve(3),
    (count) => `${count} to add`,
  );
  expect(value).toBe(3);
  expect(written()).toBe("plan … 3 to add, 0.0 s\n");
});

test("details are for terminals: elsewhere each step is one line", async () => {
  const { lines, written } = recorder(false);
  await lines.step("apply", (show) => {
    show("1 of 2");
    return Promise.resolve();
  });
  expect(written()).toBe("apply … 0.0 s\n");
});

test("on a terminal the details take turns on the line", async () => {
  const { lines, written } = recorder(true);
  await lines.step("apply", (show) => {
    show("1 of 2");
    show("2 of 2");
    return Promise.resolve();
  });
  expect(written().split("\r\u001b[2K")).toEqual([
    "apply … ",
    "apply … 1 of 2",
    "apply … 2 of 2",
    "apply … 0.0 s\n",
  ]);
});

test("a step that fails says so, and fails", async () => {
  const { lines, written } = recorder(false);
  const failing = lines.step("apply", () =>
    Promise.reject(new Error("no such server")),
  );
  await expect(failing).rejects.toThrow("no such server");
  expect(written()).toBe("apply … failed, 0.0 s\n");
});
