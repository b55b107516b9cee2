import { problem } from "@/lib/api/problem"

const notFound = () => problem("not_found", { headers: { "Cache-Control": "no-store" } })

/** What the API does not have. */
export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT }
