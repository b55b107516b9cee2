import { startDatabases } from "./databases"
import { floor } from "./floor"
import { ours } from "./ours"
import { authJs } from "./authjs"
import { betterAuthTeam } from "./better-auth"
import { randomSessions, emailOf } from "./sessions"
const N = Number(process.argv[2] ?? 20000)
const t0 = performance.now()
const d = await startDatabases(N)
console.log("filled", performance.now()-t0, d.version)
const teams = [floor(d.ours), ours(d.ours), authJs(d.authJs), await betterAuthTeam(d.betterAuth)]
const picks = randomSessions(N)
for (const layer of ["check","gate"] as const) {
  const cs = teams.flatMap(t => t[layer])
  const times = new Map(cs.map(c => [c, [] as number[]]))
  for (const c of cs) { const n = picks.next().value; const e = await c.prepare(n)(); if (e !== emailOf(n)) console.log("WRONG", c.name, e, n) }
  for (let round = 0; round < 40; round++) for (const c of cs) {
    const thunks = Array.from({length: 100}, () => c.prepare(picks.next().value))
    for (const th of thunks) { const s = performance.now(); await th(); if (round >= 10) times.get(c)!.push(performance.now()-s) }
  }
  for (const c of cs) { const s = times.get(c)!.sort((a,b)=>a-b); console.log(c.name.padEnd(60), s[s.length>>1].toFixed(4), s[Math.floor(s.length*.99)].toFixed(3)) }
}
for (const t of teams) await t.close()
await d.stop()
