import type { Metadata, Route } from "next";
import type { ReactNode } from "react";
import { AuditList } from "@/components/administration/audit-list";
import { EmailChangeCard } from "@/components/administration/email-change-card";
import { EndAllSessions, PersonActions } from "@/components/administration/person-actions";
import { PersonFacts } from "@/components/administration/person-facts";
import { PersonMail } from "@/components/administration/person-mail";
import { SessionList } from "@/components/administration/session-list";
import { SignInFacts } from "@/components/administration/sign-in-facts";
import { SignInList } from "@/components/administration/sign-in-list";
import { SentMessageList } from "@/components/messages/sent-message-list";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { signInTitle } from "@/lib/domain/administration/format";
import { listSessions } from "@/lib/domain/administration/list-sessions";
import { listSignIns } from "@/lib/domain/administration/list-sign-ins";
import { loadPerson } from "@/lib/domain/administration/load-person";
import { listAudit } from "@/lib/domain/administration/list-audit";
import type { Actor } from "@/lib/actor/actor";
import { listAllMessages } from "@/lib/domain/messages/queries";
import { routes } from "@/lib/site/routes";
import { adminsPerson } from "./admins-person";

type Props = { params: Promise<{ id: string }> };

/** How many lines of a list the page shows; the rest is behind its link. */
const LINES = { limit: 8 };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await adminsPerson((await params).id)).person.name };
}

export default async function PersonPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await adminsPerson(id);
  const person = await loadPerson(actor, id);
  const isOwn = id === actor.userId;
  const change = person.emailChange?.status === "PENDING" ? person.emailChange : null;
  return (
    <>
      <PageHeader
        back={{ href: routes.admin.people(), label: "All people" }}
        title={person.name}
        text={<span className="wrap-anywhere">{person.email}</span>}
        actions={isOwn ? null : <PersonActions person={person} hasPendingChange={change !== null} />}
      />
      {change ? <EmailChangeCard userId={id} change={change} /> : null}
      <Section title={signInTitle(person.signIn)}>
        <SignInFacts facts={person.signIn} />
      </Section>
      <Section title="Account">
        <PersonFacts person={person} />
      </Section>
      <Sessions {...{ actor, id, isOwn }} count={person.sessionCount} />
      <Section title="Sent to them" actions={<More href={routes.admin.sent({ user: id })}>All messages</More>}>
        <PersonMail person={person} />
        <Messages {...{ actor, id }} />
      </Section>
      <Section
        title="What they did lately"
        actions={<More href={routes.admin.audit({ actorId: id })}>All entries</More>}
      >
        <Deeds {...{ actor, id }} />
      </Section>
    </>
  );
}

type Part = { actor: Actor; id: string };

async function Sessions({ actor, id, isOwn, count }: Part & { isOwn: boolean; count: number }) {
  const [sessions, signIns] = await Promise.all([listSessions(actor, id, LINES), listSignIns(actor, id, LINES)]);
  return (
    <>
      <Section
        title={count === 0 ? "Not signed in anywhere" : "Open sessions"}
        text={sessions.nextCursor ? `The latest of ${count === 100 ? "100 or more" : count}.` : undefined}
        actions={isOwn || count === 0 ? null : <EndAllSessions userId={id} />}
      >
        {sessions.items.length === 0 ? (
          <None>Browsers and programs appear here while they are signed in.</None>
        ) : (
          <SessionList userId={id} sessions={sessions.items} isOwn={isOwn} />
        )}
      </Section>
      <Section
        title="Sign-ins"
        actions={<More href={routes.admin.audit({ subjectId: id })}>All about this account</More>}
      >
        {signIns.items.length === 0 ? (
          <None>No sign-ins yet. Failed ones appear here, too.</None>
        ) : (
          <SignInList signIns={signIns.items} />
        )}
      </Section>
    </>
  );
}

async function Messages({ actor, id }: Part) {
  const { items } = await listAllMessages(actor, { userId: id, ...LINES });
  return items.length === 0 ? (
    <None>
      Nothing sent yet. Emails, notifications on devices, text messages and notices appear here as they are sent.
    </None>
  ) : (
    <SentMessageList messages={items} />
  );
}

async function Deeds({ actor, id }: Part) {
  const { items } = await listAudit(actor, { actorId: id, ...LINES });
  return items.length === 0 ? (
    <None>Nothing yet. What they read and change appears here.</None>
  ) : (
    <AuditList lines={items} />
  );
}

/** Said in one line: most of these lists are empty for someone who has just signed up. */
function None({ children }: { children: ReactNode }) {
  return <p className="text-quiet">{children}</p>;
}

function More({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Button asChild variant="quiet" size="sm">
      <Link href={href}>{children}</Link>
    </Button>
  );
}
