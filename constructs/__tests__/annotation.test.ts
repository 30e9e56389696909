import { Annotation as GrafanaAnnotation } from "@cdktf/provider-grafana/lib/annotation";
import { Annotation, type AnnotationProps } from "../src/annotation";
import { DashboardFolder } from "../src/dashboard-folder";
import { classicDashboard } from "./classic-dashboard";
import { onlyResourceIn, synthesizedGrafana, testStack } from "./test-stack";

const sale = { text: "Sale", time: "2026-01-31T08:00:00Z" } as const;

describe("Annotation", () => {
  test("with defaults marks a moment for everybody", () => {
    const json = synthesizedGrafana(
      (stack) => new Annotation(stack, "sale", sale),
    );
    expect(onlyResourceIn(json, "grafana_annotation")).toEqual({
      text: "Sale",
      time: "2026-01-31T08:00:00Z",
    });
  });

  test("marks a span on one dashboard, with tags in whatever order", () => {
    const json = synthesizedGrafana((stack) => {
      const { dashboards } = new DashboardFolder(stack, "shop", {
        uid: "shop",
        title: "Shop",
        dashboards: [classicDashboard()],
      });
      new Annotation(stack, "sale", {
        ...sale,
        timeEnd: "2026-02-01T08:00:00Z",
        tags: ["sale", "campaign"],
        dashboard: dashboards[0],
      });
    });
    expect(json).toHaveResourceWithProperties(GrafanaAnnotation, {
      time_end: "2026-02-01T08:00:00Z",
      tags: ["campaign", "sale"],
      dashboard_uid: expect.stringMatching(
        /^\$\{grafana_dashboard\.\S+\.uid\}$/,
      ) as string,
    });
  });

  test.each<{ name: string; props: Partial<AnnotationProps>; problem: string }>(
    [
      {
        name: "an empty text",
        props: { text: "" },
        problem: `'text' must not be empty, got ""`,
      },
      {
        name: "a time of another zone",
        props: { time: "2026-01-31T08:00:00+01:00" },
        problem: `'time' must be a time in UTC such as "2026-01-31T08:00:00Z", got "2026-01-31T08:00:00+01:00"`,
      },
      {
        name: "parts of a second",
        props: { time: "2026-01-31T08:00:00.5Z" },
        problem: `'time' must be a time in UTC such as "2026-01-31T08:00:00Z", got "2026-01-31T08:00:00.5Z"`,
      },
      {
        name: "a day that does not exist",
        props: { time: "2026-02-30T08:00:00Z" },
        problem: `'time' must be a time in UTC such as "2026-01-31T08:00:00Z", got "2026-02-30T08:00:00Z"`,
      },
      {
        name: "an hour that does not exist",
        props: { time: "2026-02-20T25:00:00Z" },
        problem: `'time' must be a time in UTC such as "2026-01-31T08:00:00Z", got "2026-02-20T25:00:00Z"`,
      },
      {
        name: "an end without zone",
        props: { timeEnd: "2026-01-31T09:00:00" },
        problem: `'timeEnd' must be a time in UTC such as "2026-01-31T08:00:00Z", got "2026-01-31T09:00:00"`,
      },
      {
        name: "an end before the start",
        props: { timeEnd: "2026-01-31T07:00:00Z" },
        problem: `'timeEnd' must be after 'time' (2026-01-31T08:00:00Z), got "2026-01-31T07:00:00Z"`,
      },
      {
        name: "a tag twice",
        props: { tags: ["sale", "sale"] },
        problem: `'tags' must not repeat a tag, got "sale" twice`,
      },
    ],
  )("rejects $name", ({ props, problem }) => {
    expect(
      () => new Annotation(testStack(), "sale", { ...sale, ...props }),
    ).toThrow(new Error(`test/sale: ${problem}`));
  });
});
