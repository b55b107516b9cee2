import { NotFoundMessage } from "@/components/shell/not-found-message"

/** Within the layout of these pages, which has the <main> that it stands in. */
export default function NotFound() {
  return <NotFoundMessage />
}
