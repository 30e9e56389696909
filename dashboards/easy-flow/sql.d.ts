export declare const dialogues: string;
export declare const satisfactionTrend: string;
export declare const tokens: string;
export declare const cost: string;
export declare const confidence: string;
export declare const problems =
  'SELECT intent, count(*) AS unresolved\nFROM conversation_metrics\nWHERE $__timeFilter("timestamp") AND platform IN (${platform:sqlstring}) AND NOT coalesce(resolved, false)\nGROUP BY intent ORDER BY unresolved DESC LIMIT 10';
export declare const satisfaction =
  'SELECT round(avg(satisfaction_score), 2) AS csat\nFROM conversation_metrics\nWHERE $__timeFilter("timestamp") AND platform IN (${platform:sqlstring}) AND satisfaction_score BETWEEN 1 AND 5';
export declare const costTotals =
  'SELECT coalesce(sum(cost_usd), 0) AS total, sum(cost_usd) / nullif(count(*), 0) AS per_dialogue\nFROM conversation_metrics\nWHERE $__timeFilter("timestamp") AND platform IN (${platform:sqlstring})';
export declare const wellRated =
  'SELECT $__timeGroupAlias("timestamp", $__interval), avg((satisfaction_score >= 4)::int) AS share\nFROM conversation_metrics\nWHERE $__timeFilter("timestamp") AND platform IN (${platform:sqlstring}) AND satisfaction_score BETWEEN 1 AND 5\nGROUP BY 1 ORDER BY 1';
/** The same user with the same intent again within seven days; the range is widened by as much to find the first contact. */
export declare const repeatContacts =
  'WITH contacts AS (\n  SELECT "timestamp", "timestamp" - lag("timestamp") OVER (PARTITION BY user_id, intent ORDER BY "timestamp") AS gap\n  FROM conversation_metrics\n  WHERE "timestamp" BETWEEN $__timeFrom()::timestamp - interval \'7 days\' AND $__timeTo()::timestamp\n    AND platform IN (${platform:sqlstring})\n)\nSELECT count(*) AS repeat_contacts FROM contacts WHERE $__timeFilter("timestamp") AND gap <= interval \'7 days\'';
export declare const resolved =
  'SELECT avg(coalesce(resolved, false)::int) AS resolved\nFROM conversation_metrics\nWHERE $__timeFilter("timestamp") AND platform IN (${platform:sqlstring})';
/** The mean score of the range, where twenty customers gave one at least: fewer say nothing. For an alert, so without variables. */
export declare const satisfactionForAlert =
  'SELECT avg(satisfaction_score)::float AS csat\nFROM conversation_metrics\nWHERE $__timeFilter("timestamp") AND satisfaction_score BETWEEN 1 AND 5\nHAVING count(*) >= 20';
