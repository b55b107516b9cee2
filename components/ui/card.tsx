import clsx from "clsx"
import type { ComponentProps } from "react"

/** The white sheet that things lie on. Pad it with `CardBody`, or fill it with `CardRows`. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div className={clsx(cardLook, className)} {...rest} />
}

/** For what is a card at times. */
export const cardLook = "rounded-card border border-line bg-surface shadow-card"

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div className={clsx("p-4 sm:p-5", className)} {...rest} />
}

/** A list with a line between its rows. Its children are `CardRow`. */
export function CardRows({ className, ...rest }: ComponentProps<"ul">) {
  return <ul className={clsx("divide-y divide-line", className)} {...rest} />
}

export function CardRow({ className, ...rest }: ComponentProps<"li">) {
  return <li className={clsx("p-4 sm:px-5", className)} {...rest} />
}
