import { words } from "@/lib/texts/words"

/** The act that ends a token of this name. */
export function revokeAct(tokenId: string, name: string) {
  const t = words("apiTokens")
  return {
    label: t("revoke"),
    name: t("revokeName", { name }),
    fields: { tokenId },
    confirm: { title: t("revokeTitle", { name }), body: t("revokeBody"), label: t("revoke") },
  }
}
