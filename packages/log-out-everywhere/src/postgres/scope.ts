import type { Scope } from "../core/store.ts"

/** What a revocation reaches, as a condition on `t` whose values begin with the fifth. */
export function inScope(scope: Scope): { name: string; condition: string; values: unknown[] } {
  switch (scope.kind) {
    case "one":
      return {
        name: "one",
        condition: "t.id = $5::uuid AND t.purpose = $6::text",
        values: [scope.tokenId, scope.purpose],
      }
    case "browser":
      return {
        name: "browser",
        condition: `(t.id = $5::uuid OR t."browserId" = $5::uuid AND t.id <> $6::uuid)`,
        values: [scope.browserId, scope.currentTokenId],
      }
    case "everywhere":
      return {
        name: "everywhere",
        condition: `t.purpose = ANY($5::text[]) AND t."issuedAt" > $6::timestamptz`,
        values: [[...scope.purposes], scope.issuedAfter ?? "-infinity"],
      }
  }
}
