import { NotFoundMessage } from "@/components/shell/not-found-message"

/** Within the shell, whose <main> it stands in. */
export default function NotFound() {
  return <NotFoundMessage />
}
