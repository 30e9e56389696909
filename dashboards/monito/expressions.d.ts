/** The component that the dashboard's variable selects. */
export declare const chosen = 'component=~"$component"';
/**
 * Failed operations per operation, by component. What a failure is called is not known, only what success is. A component
 * that never failed counts as 0, one without operations not at all.
 */
export declare function errorRatio(window: string): string;
/** 95 % of the operations were faster, by the labels `by`. */
export declare function durationP95(
  by: string,
  selector: string,
  window: string,
): string;
/** The mean of the scores of half an hour: a gauge keeps only the last file's, and keeps it for ever. */
export declare function dataQuality(selector: string): string;
/** Found in the cache per lookup, by component; no value without lookups. */
export declare function hitRatio(selector: string, window: string): string;
export declare const residentMemory =
  'process_resident_memory_bytes{job="monito"}';
