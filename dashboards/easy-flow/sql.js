"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.satisfactionForAlert =
  exports.resolved =
  exports.repeatContacts =
  exports.wellRated =
  exports.costTotals =
  exports.satisfaction =
  exports.problems =
  exports.confidence =
  exports.cost =
  exports.tokens =
  exports.satisfactionTrend =
  exports.dialogues =
    void 0;
/** The rows of the table that the dashboard shows: one row is one dialogue, the table knows no session. */
const shown =
  'WHERE $__timeFilter("timestamp") AND platform IN (${platform:sqlstring})';
/** Only rows in which somebody gave a score. */
const rated = `${shown} AND satisfaction_score BETWEEN 1 AND 5`;
const bucket = '$__timeGroupAlias("timestamp", $__interval)';
/** `value` per step of the graph and platform; the platform names the series. */
function byPlatform(value, rows) {
  return `SELECT ${bucket}, platform AS metric, ${value} AS value
FROM conversation_metrics
${rows}
GROUP BY 1, 2 ORDER BY 1`;
}
exports.dialogues = byPlatform("count(*)", shown);
exports.satisfactionTrend = byPlatform("avg(satisfaction_score)", rated);
exports.tokens = byPlatform("sum(tokens_used)", shown);
exports.cost = byPlatform("sum(cost_usd)", shown);
exports.confidence = byPlatform("avg(confidence)", shown);
exports.problems = `SELECT intent, count(*) AS unresolved
FROM conversation_metrics
${shown} AND NOT coalesce(resolved, false)
GROUP BY intent ORDER BY unresolved DESC LIMIT 10`;
exports.satisfaction = `SELECT round(avg(satisfaction_score), 2) AS csat
FROM conversation_metrics
${rated}`;
exports.costTotals = `SELECT coalesce(sum(cost_usd), 0) AS total, sum(cost_usd) / nullif(count(*), 0) AS per_dialogue
FROM conversation_metrics
${shown}`;
exports.wellRated = `SELECT ${bucket}, avg((satisfaction_score >= 4)::int) AS share
FROM conversation_metrics
${rated}
GROUP BY 1 ORDER BY 1`;
/** The same user with the same intent again within seven days; the range is widened by as much to find the first contact. */
exports.repeatContacts = `WITH contacts AS (
  SELECT "timestamp", "timestamp" - lag("timestamp") OVER (PARTITION BY user_id, intent ORDER BY "timestamp") AS gap
  FROM conversation_metrics
  WHERE "timestamp" BETWEEN $__timeFrom()::timestamp - interval '7 days' AND $__timeTo()::timestamp
    AND platform IN (\${platform:sqlstring})
)
SELECT count(*) AS repeat_contacts FROM contacts WHERE $__timeFilter("timestamp") AND gap <= interval '7 days'`;
exports.resolved = `SELECT avg(coalesce(resolved, false)::int) AS resolved
FROM conversation_metrics
${shown}`;
/** The mean score of the range, where twenty customers gave one at least: fewer say nothing. For an alert, so without variables. */
exports.satisfactionForAlert = `SELECT avg(satisfaction_score)::float AS csat
FROM conversation_metrics
WHERE $__timeFilter("timestamp") AND satisfaction_score BETWEEN 1 AND 5
HAVING count(*) >= 20`;
//# sourceMappingURL=sql.js.map
