import { confirm } from "@/e2e/support/acts"
import { captureAct } from "@/e2e/support/captured-act"
import { firefox } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"

const nobodysId = "00000000-0000-4000-8000-000000000000"

const paths = (userId: string) => [
  "/admin",
  "/admin?span=week",
  "/admin/sessions",
  "/admin/sessions?q=example.com",
  `/admin/sessions/revocations/${nobodysId}`,
  "/admin/users",
  `/admin/users/${userId}`,
  `/admin/users/${nobodysId}`,
  "/admin/users/new",
  "/admin/audit",
  "/admin/audit/report",
  "/admin/policy",
  `/admin/policy?person=${userId}&event=role_changed`,
  "/admin/nothing",
]

test("who is no administrator gets 404 everywhere under /admin, and the log says so", async ({
  user,
  admin,
  issueTo,
  askWith,
  database,
}) => {
  const ask = askWith(await issueTo(user))
  for (const path of paths(admin.id)) {
    const { status, body } = await ask(path)
    expect(status, path).toBe(404)
    expect(body).toContain("Page not found")
    expect(body).not.toContain(admin.email)
  }
  const [entry] = await database.sql(
    `SELECT action FROM "AuditEvent" WHERE "actorId" = $1 AND action = 'access_refused'`,
    user.id,
  )
  expect(entry).toBeDefined()
})

test("who is not logged in is sent to the log-in page, and back afterwards", async ({
  askWith,
  admin,
  newDevice,
}) => {
  for (const path of paths(admin.id)) {
    expect(await askWith("")(path), path).toMatchObject({ status: 307, location: "/login" })
  }
  const page = await newDevice()
  await page.goto("/admin/users?q=ada")
  await page.getByLabel("Email").fill(admin.email)
  await page.getByLabel("Password").fill(admin.password)
  await page.getByRole("button", { name: "Log in" }).click()
  await expect(page).toHaveURL("/admin/users?q=ada")
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible()
})

test("an administrator's act does nothing in the hands of somebody else", async ({
  user,
  admin,
  newPerson,
  issueTo,
  askWith,
  openOnNewDevice,
}) => {
  const victim = await newPerson()
  await issueTo(victim, firefox)
  const page = await openOnNewDevice(admin, { path: `/admin/users/${victim.id}` })
  const act = await captureAct(page, () =>
    confirm(page.getByRole("button", { name: "Log out everywhere (1)" }), /out everywhere\?/),
  )
  await expect(page.getByText("1 session was ended.")).toBeVisible()

  const hers = askWith(await issueTo(victim, firefox))
  const others = askWith(await issueTo(user))
  // As it is, it was rendered for the administrator; with the mark changed, the gate is what is left.
  expect((await others(act.path, act.init)).body).toContain("Nothing was done")
  const forged = Buffer.from(act.init.body).toString("latin1").replaceAll(admin.id, user.id)
  const body = Uint8Array.from(Buffer.from(forged, "latin1"))
  expect(await others(act.path, { ...act.init, body })).toMatchObject({ status: 404 })
  expect((await askWith("")(act.path, act.init)).body).not.toContain("ended.")
  expect(await hers("/account/security")).toMatchObject({ status: 200 })

  const again = await askWith(await issueTo(admin))(act.path, act.init)
  expect(again.status).toBe(200)
  expect(await hers("/account/security")).toMatchObject({ status: 307 })
})

test("an unknown or malformed id of a person is not found", async ({ admin, issueTo, askWith }) => {
  const ask = askWith(await issueTo(admin))
  for (const id of [nobodysId, "1", "%00", "..%2f..", "' OR '1'='1"]) {
    expect((await ask(`/admin/users/${id}`)).status, id).toBe(404)
  }
})

test("what is missing among the administrators' pages leads back to them, in the shell", async ({
  admin,
  openOnNewDevice,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  for (const path of ["/admin/nothing", `/admin/users/${nobodysId}`]) {
    const page = await openOnNewDevice(admin, { path })
    await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible()
    await page.getByRole("main").getByRole("link", { name: "Go to everyone's sessions" }).click()
    await expect(page).toHaveURL("/admin/sessions")
  }
})

test("only administrators are offered the administrators' pages", async ({
  user,
  admin,
  openOnNewDevice,
}) => {
  const links = async (person: typeof user) =>
    (await openOnNewDevice(person)).getByRole("navigation", { name: "Main" }).getByRole("link")
  await expect(await links(user)).toHaveText(["Security"])
  await expect(await links(admin)).toContainText(["Security", "Sessions", "Users", "Audit log"])
})
