import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { sessionEndWords } from "@/lib/domain/administration/format";
import type { SignInFact } from "@/lib/domain/administration/schema-people";
import { HINDRANCES, type SignInFactCode } from "@/lib/domain/administration/status";
import { answerWords } from "@/lib/domain/messages/format";
import { counted } from "@/lib/platform/text/counted";

type Said = { says: ReactNode; then?: ReactNode };

const time = (instant: string | null) =>
  instant === null ? "an unknown time" : <LocalTime style="dated-time" instant={instant} />;
const on = (instant: string | null) => <>on {time(instant)}</>;
const wrong = (count: number | null) => counted(count ?? 0, "wrong password");
const LINK = "Send a link to choose a password.";

/** A sentence for each fact, and what to do about it. */
const SENTENCES: Record<SignInFactCode, (fact: SignInFact) => Said> = {
  suspended: (fact) => ({
    says: <>The account has been suspended since {time(fact.at)}.</>,
    then: "Once it is reinstated, they can sign in again.",
  }),
  "no-password": (fact) => ({
    says: <>No password has been chosen since the account was made {on(fact.at)}.</>,
    then: fact.until ? <>The link to choose one works until {time(fact.until)}.</> : LINK,
  }),
  slowed: (fact) => ({
    says: (
      <>
        Until {time(fact.until)}, after {wrong(fact.count)}, each attempt from the same place has to wait up to a
        minute.
      </>
    ),
    then: "A browser they have used before doesn’t wait.",
  }),
  "wrong-password": (fact) => ({
    says: (
      <>
        {wrong(fact.count)} in a row, the last one {on(fact.at)}.
      </>
    ),
    then: LINK,
  }),
  "link-failed": (fact) => ({
    says: (
      <>
        The last email with a link to choose a password, {on(fact.at)}, wasn’t sent
        {fact.answer ? `: ${answerWords(fact.answer)}` : ""}.
      </>
    ),
    then: "Check the address, then send it again.",
  }),
  "link-waiting": (fact) => ({
    says: <>An email with a link to choose a password is on its way. The link works until {time(fact.until)}.</>,
  }),
  "link-open": (fact) => ({
    says: (
      <>
        A link to choose a password was sent {on(fact.at)} and hasn’t been used. It works until {time(fact.until)}.
      </>
    ),
  }),
  "email-changed": (fact) => ({
    says: <>Their address changed {on(fact.at)}. They sign in with the new one, and the same password.</>,
  }),
  "email-change-pending": (fact) => ({
    says: <>A change of their address is pending until {time(fact.until)}. Until then they sign in with the old one.</>,
  }),
  "sessions-ended": (fact) => ({
    says: (
      <>
        All their sessions ended {on(fact.at)}, {sessionEndWords(fact.answer ?? "")}.
      </>
    ),
    then: "They sign in again with their password.",
  }),
  never: () => ({ says: "They have never signed in." }),
  fine: (fact) => ({ says: <>Everything looks fine. They last signed in {on(fact.at)}.</> }),
  "signed-in": (fact) => ({ says: `They are signed in now: ${counted(fact.count ?? 0, "open session")}.` }),
};

function FactIcon({ code }: { code: SignInFactCode }) {
  if (HINDRANCES.includes(code)) return <CircleAlert aria-hidden className="text-stop" />;
  if (code === "fine" || code === "signed-in") return <CircleCheck aria-hidden className="text-good" />;
  return <Info aria-hidden className="text-quiet" />;
}

/** Why someone can or can't sign in, in sentences, the most decisive first. */
export function SignInFacts({ facts }: { facts: readonly SignInFact[] }) {
  return (
    <Card as="section" aria-label="Signing in">
      <ul className="grid gap-3">
        {facts.map((fact) => {
          const { says, then } = SENTENCES[fact.code](fact);
          return (
            <li key={fact.code} className="flex gap-3 [&>svg]:mt-0.5 [&>svg]:size-5 [&>svg]:shrink-0">
              <FactIcon code={fact.code} />
              <div className="min-w-0">
                <p>{says}</p>
                {then ? <p className="text-sm text-quiet">{then}</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
