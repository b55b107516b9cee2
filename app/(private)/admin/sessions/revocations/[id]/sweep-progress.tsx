import {
  discardSweepAction,
  pauseSweepAction,
  resumeSweepAction,
  stopSweepAction,
} from "@/app/(private)/admin/sessions/revocations/actions"
import { sweepHref } from "@/app/(private)/admin/sessions/revocations/sweep-href"
import { sessionsPath } from "@/app/(private)/admin/sessions/search"
import { ActForm } from "@/components/acts/act-form"
import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import { words } from "@/lib/texts/words"
import { isAboutEveryone } from "@/lib/users/admin/sweep/filter-in-words"
import type { Sweep } from "@/lib/users/ports/sweeps"
import { KeepFresh } from "./keep-fresh"

/** As many a second as were measured on two cores while people logged in half of the time: docs/scale.md. */
const rate = 5_000

export function SweepProgress({ sweep }: { readonly sweep: Sweep }) {
  const t = words("sweep")
  const { id, done, found, ended } = sweep
  const state = stateOf(sweep)
  const fields = { sweep: id }

  return (
    <div className="space-y-4">
      <Notice tone={state === "finished" ? "good" : "note"} role="status">
        <p>{t(`states.${state}`)}</p>
        {state === "preview" && (
          <p>
            {isAboutEveryone(sweep.query) ? (
              <>
                {t("fitsAll")}{" "}
                <TextLink href={`${sessionsPath}#everyone-out`}>{t("toEveryone")}</TextLink>
              </>
            ) : (
              t("fitsBulk", { rate })
            )}
          </p>
        )}
        {(state === "running" || state === "paused") && (
          <p>{t("progress", { done, found, ended })}</p>
        )}
        {state === "finished" && (
          <p>
            {done < found
              ? t("stoppedResult", { ended, found })
              : t("result", { ended, found, others: found - ended })}
          </p>
        )}
      </Notice>
      {state === "running" && (
        <progress
          max={found}
          value={done}
          className="w-full accent-accent"
          aria-label={t("title")}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {state === "running" && (
          <>
            <KeepFresh />
            <noscript>
              <ButtonLink href={sweepHref(id)}>{t("refresh")}</ButtonLink>
            </noscript>
            <ActForm action={pauseSweepAction} label={t("pause")} fields={fields} />
          </>
        )}
        {state === "paused" && (
          <>
            <ActForm action={resumeSweepAction} label={t("resume")} fields={fields} />
            <ActForm
              action={stopSweepAction}
              label={t("stop")}
              fields={fields}
              variant="danger-quiet"
              confirm={{ title: t("stopTitle"), body: t("stopBody"), label: t("stop") }}
            />
          </>
        )}
        {state === "preview" && (
          <ActForm action={discardSweepAction} label={t("discard")} fields={fields} />
        )}
      </div>
    </div>
  )
}

function stateOf({ confirmedAt, pausedAt, finishedAt }: Sweep) {
  if (finishedAt) return "finished"
  if (pausedAt) return "paused"
  return confirmedAt ? "running" : "preview"
}
