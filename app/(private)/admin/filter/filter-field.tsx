"use client"

import { useTranslations } from "use-intl/react"
import { SelectField, TextField } from "@/components/ui/field"
import type { Choice, Filter } from "./filter"

export function FilterField({ filter }: { readonly filter: Filter }) {
  const t = useTranslations("filterForm")
  const { label, name, value, hint, type = "search", choices, any = "", anyLabel } = filter
  if (!choices) {
    return (
      <TextField
        type={type}
        label={label}
        name={name}
        defaultValue={value}
        placeholder={hint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className={type === "datetime-local" ? "min-w-32 max-sm:grow" : "min-w-48 grow sm:max-w-72"}
      />
    )
  }
  return (
    <SelectField
      label={label}
      name={name}
      defaultValue={value}
      className="min-w-32 max-sm:grow sm:max-w-64"
    >
      <option value={any}>{anyLabel ?? t("any")}</option>
      <Options choices={choices} />
    </SelectField>
  )
}

function Options({ choices }: { readonly choices: readonly Choice[] }) {
  return choices.map((choice) =>
    "group" in choice ? (
      <optgroup key={choice.group} label={choice.group}>
        <Options choices={choice.choices} />
      </optgroup>
    ) : (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ),
  )
}
