/** Within the shell, whose <main> it stands in. */
export { NotFoundMessage as default } from "@/components/shell/not-found-message"
