import { outsideWorkingHours } from "../../notifications/working-hours";

describe("outsideWorkingHours", () => {
  it("is every night and the weekend, with defaults", () => {
    expect(outsideWorkingHours()).toEqual({
      name: "outside-working-hours",
      intervals: [
        {
          weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"],
          times: [
            { start: "00:00", end: "08:00" },
            { start: "18:00", end: "24:00" },
          ],
          location: "UTC",
        },
        { weekdays: ["saturday", "sunday"], location: "UTC" },
      ],
    });
  });

  it("takes zone, days and hours", () => {
    expect(
      outsideWorkingHours({
        location: "Europe/Berlin",
        days: ["monday", "sunday"],
        start: "06:00",
        end: "22:00",
      }).intervals,
    ).toEqual([
      expect.objectContaining({
        location: "Europe/Berlin",
        times: [
          { start: "00:00", end: "06:00" },
          { start: "22:00", end: "24:00" },
        ],
      }),
    ]);
  });
});
