/** Within the layout of these pages, which has the <main> that it stands in. */
export { NotFoundMessage as default } from "@/components/shell/not-found-message"
