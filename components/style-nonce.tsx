"use client"

import { setNonce } from "get-nonce"
import { useState } from "react"

/**
 * Lets dialogs lock the page's scrolling, for which they add a <style>, under the security policy.
 *
 * Only the nonce of the first document counts: a later answer carries one that this document's
 * policy has never heard of.
 */
export function StyleNonce({ nonce }: { readonly nonce: string }) {
  useState(() => setNonce(nonce))
  return null
}
