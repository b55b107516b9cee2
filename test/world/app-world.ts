/**
 * The app's own code in this process, on a database that the test files of one worker share: its settings and its
 * connection are the process's. The server drops the database when the run is over.
 */
import { createWorld } from "./people"

export const world = await createWorld()

Object.assign(process.env, {
  DATABASE_URL: world.urls.url,
  AUTH_SECRET: "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu",
  LOG_LEVEL: "silent",
})
