import type { Scope } from "log-out-everywhere"
import type { SqlValue } from "sql.js"

/** The condition of a scope, and its values. */
export function inScope(scope: Scope): readonly [text: string, values: Record<string, SqlValue>] {
  switch (scope.kind) {
    case "one":
      return ["id = $one AND purpose = $named", { $one: scope.tokenId, $named: scope.purpose }]
    case "browser":
      return [
        "(id = $browser OR (browser_id = $browser AND id <> $current))",
        { $browser: scope.browserId, $current: scope.currentTokenId },
      ]
    case "everywhere":
      return [
        "purpose IN (SELECT value FROM json_each($purposes)) AND issued_at > $after",
        {
          $purposes: JSON.stringify(scope.purposes),
          $after: scope.issuedAfter ? +scope.issuedAfter : -1,
        },
      ]
  }
}
