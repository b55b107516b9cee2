"use client"

import { Eye, EyeOff } from "lucide"
import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react"
import { flushSync } from "react-dom"
import { useTranslations } from "use-intl/react"
import { Icon } from "@/components/ui/icon"
import type { SecretField } from "@/lib/forms/typed"
import { controlClass, described, type FieldProps, Labelled } from "./field-parts"
import { useField } from "./form-fields"
import { useIsScripted } from "./scripted"

export interface PasswordFieldProps
  extends FieldProps,
    Omit<ComponentProps<"input">, "type" | "name" | "ref"> {
  readonly name: SecretField
  /** What is wrong with it, if its form does not say it. */
  readonly error?: string | undefined
  readonly autoComplete: "current-password" | "new-password"
  readonly ref?: RefObject<HTMLInputElement | null>
  /** What stands right below the input. */
  readonly children?: ReactNode
}

/** A secret. It can be shown while it is typed; what was sent never comes back from the server. */
export function PasswordField({
  label,
  hint,
  error: given,
  className,
  ref,
  children,
  ...rest
}: PasswordFieldProps) {
  const { id, error } = useField(rest.name, given)
  const own = useRef<HTMLInputElement>(null)
  const input = ref ?? own
  const [isShown, toggle] = useShown(input)

  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      <div className="relative">
        <input
          ref={input}
          id={id}
          type={isShown ? "text" : "password"}
          required
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={`${controlClass} pe-10 pointer-coarse:pe-12 [&::-ms-reveal]:hidden`}
          {...rest}
          {...described(id, hint, error, rest["aria-describedby"])}
        />
        <ShowButton controls={id} isShown={isShown} onToggle={toggle} />
      </div>
      {children}
    </Labelled>
  )
}

/** Hidden again before it is sent: a browser may keep what it finds in a field that shows. */
function useShown(input: RefObject<HTMLInputElement | null>) {
  const [isShown, setIsShown] = useState(false)

  useEffect(() => {
    const form = input.current?.form
    const hide = () => setIsShown(false)
    form?.addEventListener("submit", hide)
    return () => form?.removeEventListener("submit", hide)
  }, [input])

  const toggle = () => {
    const { current } = input
    if (!current) return
    const { selectionStart, selectionEnd } = current
    flushSync(() => setIsShown(!isShown))
    if (current !== document.activeElement) return
    // Chromium puts the caret at the front of an input that changes its type, once it lays it out.
    current.getBoundingClientRect()
    current.setSelectionRange(selectionStart, selectionEnd)
  }
  return [isShown, toggle] as const
}

interface ShowButtonProps {
  readonly controls: string
  readonly isShown: boolean
  readonly onToggle: () => void
}

/** Only a script can, so without one there is no button. */
function ShowButton({ controls, isShown, onToggle }: ShowButtonProps) {
  const t = useTranslations("fields")
  if (!useIsScripted()) return null

  return (
    <button
      type="button"
      aria-pressed={isShown}
      aria-controls={controls}
      className="absolute inset-y-0 end-0 grid w-10 place-items-center rounded-control text-ink-soft hover:text-ink pointer-coarse:w-12"
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      <Icon of={isShown ? EyeOff : Eye} className="size-4" />
      <span className="sr-only">{t("showPassword")}</span>
    </button>
  )
}
