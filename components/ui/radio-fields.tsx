"use client"

import { useField } from "./form-fields"

interface RadioFieldsProps {
  readonly legend: string
  readonly name: string
  /** The first is chosen, until another is. */
  readonly choices: readonly {
    readonly value: string
    readonly label: string
    readonly hint: string
  }[]
}

/** A choice of one among few, each with what it comes to. */
export function RadioFields({ legend, name, choices }: RadioFieldsProps) {
  const { id, typed } = useField(name)
  const first = choices[0]?.value

  return (
    <fieldset className="space-y-2.5">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {choices.map(({ value, label, hint }) => (
        <div key={value} className="flex items-start gap-2.5 text-sm">
          <input
            id={`${id}-${value}`}
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === (typed?.[0] ?? first)}
            aria-describedby={`${id}-${value}-hint`}
            className="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:size-5"
          />
          <div className="space-y-0.5">
            <label htmlFor={`${id}-${value}`}>{label}</label>
            <p
              id={`${id}-${value}-hint`}
              className="text-[0.8125rem] text-ink-faint text-pretty tabular-nums"
            >
              {hint}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  )
}
