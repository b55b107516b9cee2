export { GET, POST } from "@/lib/auth/entry/handlers"
