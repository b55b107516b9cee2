import { fail, ok } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { readReceipt } from "@/lib/api/operations"
import { toldReceipt } from "@/lib/api/views"
import { receiptOf } from "@/lib/db/lists/receipt"

export const GET = endpoint(readReceipt, async ({ caller: { owner }, params: { id } }) => {
  const receipt = await receiptOf(owner.id, id)
  return receipt ? ok(toldReceipt(receipt)) : fail("not_found")
})
