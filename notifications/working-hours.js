"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.outsideWorkingHours = outsideWorkingHours;
const week = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];
/** The rest of the week, for what can wait: nights of working days, and whole days of rest. */
function outsideWorkingHours({
  location = "UTC",
  days: [first, last] = ["monday", "friday"],
  start = "08:00",
  end = "18:00",
} = {}) {
  const worked = week.slice(week.indexOf(first), week.indexOf(last) + 1);
  const free = week.filter((day) => !worked.includes(day));
  const nights = {
    weekdays: worked,
    times: [
      { start: "00:00", end: start },
      { start: end, end: "24:00" },
    ],
    location,
  };
  return {
    name: "outside-working-hours",
    intervals:
      free.length === 0 ? [nights] : [nights, { weekdays: free, location }],
  };
}
//# sourceMappingURL=working-hours.js.map
