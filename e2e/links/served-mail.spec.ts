import { expect } from "@/e2e/support/fixtures"
import { testWith } from "@/e2e/support/own-app"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"
import { type MailServer, startMailServer } from "@/test/mail/mail-server"

/** An app that knows a mail server. */
const test = testWith({}).extend<object, { readonly mailServer: MailServer }>({
  mailServer: [
    async ({ browserName: _ }, use) => {
      const server = await startMailServer()
      await use(server)
      await server.stop()
    },
    { scope: "worker" },
  ],
  appSettings: [({ mailServer }, use) => use(mailServer.settings), { scope: "worker" }],
})

test("the served app brings the mail that a person asked for to the mail server, and its link works", async ({
  user,
  address,
  mailServer,
}) => {
  const client = new HttpClient(address)
  await press(client, "/forgot-password", "Email me a link", { email: user.email })

  const [mail] = await mailServer.arrived(1)
  expect(mail?.recipients).toEqual([user.email])
  const link = mail?.text?.match(/https?:\S+/)?.[0] ?? ""
  const { location } = await client.ask(link.replace(address, ""))
  expect((await client.ask(location ?? "")).body).toContain(`For ${user.email}.`)
})
