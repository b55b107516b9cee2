import type { FormState } from "./form-state"

/**
 * What a form answers that mails something to whatever address it is given. It says nothing of whether anyone has the
 * address.
 */
export type MailedState =
  | FormState
  | {
      readonly status: "mailed"
      /** The address, as it was understood. */
      readonly email: string
      /** The same, as screens show it. */
      readonly shown: string
      /** Whether it was mailed now. Otherwise the mailbox has had its mails for the moment. */
      readonly isSent: boolean
      /** Whether it was asked for from the page that says where to look. */
      readonly isAgain: boolean
      /** In how many seconds the throttle lets the next one through; 0: now. */
      readonly nextInS: number
    }
