import { NotFoundMessage } from "@/components/shell/not-found-message"
import { getViewer } from "@/lib/auth/viewer"

/** A person who is no administrator need not learn whether there is anything. */
export default async function NotFound() {
  return <NotFoundMessage isAdmin={(await getViewer())?.isAdmin ?? false} />
}
