"use client"

import clsx from "clsx"
import { AlertDialog } from "radix-ui"
import { type ComponentProps, type RefObject, useRef, useState } from "react"
import { useTranslations } from "use-intl/react"
import { type Button, buttonClass } from "@/components/ui/button"
import { useFormFields } from "@/components/ui/form-fields"
import { SubmitButton } from "@/components/ui/submit-button"

export interface Confirmation {
  /** A question that names what is about to end: the device, or how many. */
  readonly title: string
  readonly body: string
  /** The button that does it: the same words as on the button that led here. */
  readonly label: string
}

interface ConfirmedSubmitProps extends ComponentProps<typeof Button> {
  readonly formRef: RefObject<HTMLFormElement | null>
  readonly confirm: Confirmation | ((form: FormData) => Confirmation)
}

/** Submits its form after a dialog. Without JavaScript it is a plain submit button. */
export function ConfirmedSubmit({ formRef, confirm, ...button }: ConfirmedSubmitProps) {
  const t = useTranslations("act")
  const [asked, setAsked] = useState<Confirmation>()
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { check } = useFormFields()

  return (
    <>
      <SubmitButton
        {...button}
        ref={opener}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault()
          const form = formRef.current
          if (!form || !check(form)) return
          setAsked(typeof confirm === "function" ? confirm(new FormData(form)) : confirm)
          setIsOpen(true)
        }}
      />
      <AlertDialog.Root open={isOpen} onOpenChange={setIsOpen}>
        <AlertDialog.Portal>
          <AlertDialog.Overlay className="fixed inset-0 z-40 animate-veil bg-veil" />
          <AlertDialog.Content
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              opener.current?.focus()
            }}
            className="fixed inset-x-4 top-[max(1rem,18vh)] z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-md animate-dialog overflow-y-auto rounded-dialog border border-line bg-raised p-5 shadow-dialog sm:p-6"
          >
            <AlertDialog.Title className="text-base font-semibold tracking-[-0.01em] text-pretty wrap-break-word">
              {asked?.title}
            </AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-sm text-ink-soft text-pretty wrap-break-word">
              {asked?.body}
            </AlertDialog.Description>
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <AlertDialog.Cancel className={buttonClass({})}>{t("cancel")}</AlertDialog.Cancel>
              <AlertDialog.Action
                className={clsx(buttonClass({ variant: "danger" }), "max-w-full whitespace-normal")}
                onClick={() => formRef.current?.requestSubmit()}
              >
                {asked?.label}
              </AlertDialog.Action>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </>
  )
}
