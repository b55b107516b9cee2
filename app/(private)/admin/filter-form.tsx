import { Search } from "lucide-react"
import type { ReactNode } from "react"
import { Button, buttonClass } from "@/components/ui/button"
import { SelectField, TextField } from "@/components/ui/field"
import { texts } from "@/lib/texts"

interface FilterFormProps {
  readonly path: string
  /** What the address says beside the filter, and keeps saying. */
  readonly kept?: Readonly<Record<string, string | undefined>>
  readonly isFiltered: boolean
  readonly children: ReactNode
}

/**
 * Asks for a list by its address, as a plain form. The page loads again, so that its fields say what
 * the list was filtered by, also after the back button.
 */
export function FilterForm({ path, kept = {}, isFiltered, children }: FilterFormProps) {
  return (
    <search className="print:hidden">
      <form action={path} className="flex flex-wrap items-end gap-3">
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <div className="flex gap-1">
          <Button type="submit">
            <Search aria-hidden />
            {texts.admin.table.filter}
          </Button>
          {isFiltered && (
            <a href={path} className={buttonClass({ variant: "quiet" })}>
              {texts.admin.table.clear}
            </a>
          )}
        </div>
      </form>
    </search>
  )
}

interface SearchFieldProps {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly hint?: string
}

export function SearchField({ value, ...rest }: SearchFieldProps) {
  return (
    <TextField
      type="search"
      defaultValue={value}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className="min-w-48 grow sm:max-w-72"
      {...rest}
    />
  )
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string
  readonly name: string
  readonly value: Value | null
  readonly choices: Readonly<Record<Value, string>>
}

/** One of a few, or any. */
export function ChoiceField<Value extends string>({
  value,
  choices,
  ...rest
}: ChoiceFieldProps<Value>) {
  return (
    <SelectField defaultValue={value ?? ""} className="min-w-32 max-sm:grow" {...rest}>
      <option value="">{texts.admin.table.any}</option>
      {Object.entries<string>(choices).map(([choice, label]) => (
        <option key={choice} value={choice}>
          {label}
        </option>
      ))}
    </SelectField>
  )
}
