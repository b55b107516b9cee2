import { desk } from "@/lib/texts/en/desk/filter"
import { sweep, sweepForm } from "@/lib/texts/en/desk/sweep"
import { chart, overview } from "@/lib/texts/en/incidents/overview"
import { report } from "@/lib/texts/en/incidents/report"
import { timeline } from "@/lib/texts/en/incidents/timeline"
import { whatIf } from "@/lib/texts/en/incidents/what-if"
import { act, proof } from "./act"
import {
  everyoneOut,
  everyoneOutForm,
  filterForm,
  revokeSession,
  selection,
  sessionRow,
  sessions,
  table,
  users,
} from "./admin"
import { invitation, invitationForm } from "./admin-invitation"
import { user, userDeletion } from "./admin-user"
import { api } from "./api"
import { apiTokenForm, apiTokens } from "./api-tokens"
import { audit } from "./audit"
import { browsers } from "./browsers"
import { checkUp } from "./check-up"
import { demo } from "./demo"
import { door } from "./door"
import { email, emailForm } from "./email"
import { failures, oldForm } from "./failures"
import { copyButton, fields, form, toasts } from "./form"
import { history } from "./history"
import { inbox } from "./inbox"
import { links, mailMe } from "./links"
import { endedSession, logInForm, login } from "./login"
import { mail } from "./mail"
import { mailbox } from "./mailbox"
import { newPassword, password, passwordForm } from "./password"
import { place } from "./place"
import { policy } from "./policy"
import { privacy } from "./privacy"
import { receipt } from "./receipt"
import { deletion, ownSession, security } from "./security"
import { counts, device, session, sessionCard, time } from "./session"
import { sessionList } from "./session-list"
import { idleWarning, logOut, logo, shell, stalePage, theme, timeSwitch } from "./shell"
import { strength } from "./strength"

/** Every room. A language is a folder beside this one, and an object of the same shape. */
export const english = {
  act,
  api,
  apiTokenForm,
  apiTokens,
  audit,
  browsers,
  chart,
  checkUp,
  copyButton,
  counts,
  deletion,
  demo,
  desk,
  device,
  door,
  email,
  emailForm,
  endedSession,
  everyoneOut,
  everyoneOutForm,
  failures,
  fields,
  filterForm,
  form,
  history,
  idleWarning,
  inbox,
  invitation,
  invitationForm,
  links,
  logInForm,
  logOut,
  login,
  logo,
  mail,
  mailMe,
  mailbox,
  newPassword,
  oldForm,
  overview,
  ownSession,
  password,
  passwordForm,
  place,
  policy,
  privacy,
  proof,
  receipt,
  report,
  revokeSession,
  security,
  selection,
  session,
  sessionCard,
  sessionList,
  sessionRow,
  sessions,
  shell,
  stalePage,
  strength,
  sweep,
  sweepForm,
  table,
  theme,
  toasts,
  time,
  timeSwitch,
  timeline,
  user,
  userDeletion,
  users,
  whatIf,
} as const
