import { ok } from "log-out-everywhere"
import { deviceDataOf } from "@/lib/api/device-data"
import { endpoint } from "@/lib/api/endpoint"
import { readMyDevices } from "@/lib/api/operations"

export const GET = endpoint(readMyDevices, async ({ caller: { owner, now } }) =>
  ok(await deviceDataOf(owner.id, now)),
)
