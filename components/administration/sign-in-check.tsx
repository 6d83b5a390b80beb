import { SentMessageList } from "@/components/messages/sent-message-list";
import { DataList } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { Section } from "@/components/ui/section";
import { INVITATION_WORDS, signInTitle } from "@/lib/domain/administration/format";
import type { SignInCheck } from "@/lib/domain/administration/schema-people";
import { routes } from "@/lib/site/routes";
import { ResendInvitation } from "./resend-invitation";
import { SignInFacts } from "./sign-in-facts";

const linkStyle = "touch-target font-semibold text-accent hover:underline";

/** Why someone can't sign in with the address that was searched for. */
export function SignInCheckResult({ email, check }: { email: string; check: SignInCheck }) {
  const { account, facts, similar, former, invitations, messages } = check;
  if (account)
    return (
      <Section title={signInTitle(facts)}>
        <SignInFacts facts={facts} />
      </Section>
    );
  return (
    <Section
      title="No account has this address"
      text={<span className="wrap-anywhere">No one can sign in with {email}.</span>}
      className="mb-8"
    >
      {former.map(({ id, name, at, email: now }) => (
        <p key={`${id} ${at}`} className="mb-4 wrap-anywhere">
          It was the address of {name} until <LocalTime style="dated-time" instant={at} />. They sign in with{" "}
          <Link href={routes.admin.person(id)} className={linkStyle}>
            {now}
          </Link>{" "}
          since then.
        </p>
      ))}
      {similar.length > 0 ? <Similar people={similar} /> : null}
      {invitations.length > 0 ? <Waiting invitations={invitations} /> : null}
      {messages.length > 0 ? <SentMessageList messages={messages} /> : null}
      {similar.length + former.length + invitations.length + messages.length === 0 ? (
        <p>Nothing similar is known, and no invitation waits there. They may have signed up with another address.</p>
      ) : null}
    </Section>
  );
}

function Similar({ people }: { people: SignInCheck["similar"] }) {
  return (
    <div className="mb-4">
      <p>It may be misspelt. These look almost the same:</p>
      <ul className="mt-1 grid gap-1">
        {people.map(({ id, name, email }) => (
          <li key={id} className="wrap-anywhere">
            <Link href={routes.admin.person(id)} className={linkStyle}>
              {email}
            </Link>{" "}
            <span className="text-quiet">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Waiting({ invitations }: { invitations: SignInCheck["invitations"] }) {
  return (
    <div className="mb-4">
      <p className="mb-2">They were invited, and haven’t signed up yet:</p>
      <DataList
        caption="Invitations"
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: "kind", header: "Invitation", phone: "title", cell: ({ kind }) => INVITATION_WORDS[kind] },
          { key: "hospital", header: "Hospital", cell: ({ hospital }) => hospital },
          {
            key: "until",
            header: "Until",
            cell: ({ until }) => <LocalTime style="dated-time" instant={until} className="tabular" />,
          },
          {
            key: "again",
            header: "Send again",
            align: "end",
            cell: ({ id, kind, hospitalId }) =>
              kind === "STAFF" && hospitalId ? <ResendInvitation hospitalId={hospitalId} id={id} /> : null,
          },
        ]}
      />
    </div>
  );
}
