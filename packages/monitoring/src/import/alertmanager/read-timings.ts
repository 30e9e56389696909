import type {
  MuteTiming,
  TimeInterval,
  TimeRange,
  Weekday,
} from "../../model/mute-timing";
import type { RawTiming } from "./alertmanager-document";
import { ConfigFields, type ConfigReading } from "./config-fields";
import { given } from "../../notifications/integrations/alertmanager-fields";

/** A named set of time intervals. */
export function readTiming(
  { name, path, intervals, fields }: RawTiming,
  reading: ConfigReading,
): MuteTiming {
  new ConfigFields(fields, path, reading).finish();
  return {
    name,
    intervals: intervals.map((interval, index) =>
      readInterval(
        new ConfigFields(interval, `${path}.time_intervals[${index}]`, reading),
      ),
    ),
  };
}

function readInterval(fields: ConfigFields): TimeInterval {
  const times = fields.maps("times")?.map(readTime);
  const interval = given({
    times,
    // Names of days are checked with everything else of the notifications.
    weekdays: lowerCase(fields, "weekdays") as
      readonly (Weekday | `${Weekday}:${Weekday}`)[] | undefined,
    daysOfMonth: fields.texts("days_of_month"),
    months: lowerCase(fields, "months"),
    years: fields.texts("years"),
    location: fields.text("location"),
  });
  fields.finish();
  return interval;
}

function readTime(fields: ConfigFields): TimeRange {
  return {
    start: fields.required("start_time"),
    end: fields.required("end_time"),
  };
}

function lowerCase(
  fields: ConfigFields,
  field: string,
): readonly string[] | undefined {
  return fields.texts(field)?.map((text) => text.toLowerCase());
}
