import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Fact } from "@/components/ui/fact";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { ACCESS_SCOPE_WORDS, RELATION_WORDS, VERIFICATION_LABELS } from "@/lib/domain/administration/format";
import type { PersonDetails } from "@/lib/domain/administration/schema-people";
import { counted } from "@/lib/platform/text/counted";
import { routes, type Route } from "@/lib/site/routes";
import { PersonRoles } from "./person-roles";

/** Who someone is here: status, roles, and for how many patients they act, without names. */
export function PersonFacts({ person }: { person: PersonDetails }) {
  const { status, createdAt, lastSignInAt, timeZone, hasPhone, devices } = person;
  return (
    <Card>
      <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact label="Status">
          {status === "ACTIVE" ? (
            <StatusBadge tone="good" label="Active" />
          ) : (
            <StatusBadge tone="stop" label="Suspended" />
          )}
        </Fact>
        <Fact label="Roles">
          <PersonRoles person={person} />
        </Fact>
        <Profiles person={person} />
        {person.acts.length > 0 ? (
          <Fact label="Acts for">
            {person.acts.map(({ relation, scope, count }) => (
              <span key={`${relation} ${scope}`} className="block">
                {RELATION_WORDS[relation]}
                {relation === "SELF" ? "" : `: ${count}, for ${ACCESS_SCOPE_WORDS[scope]}`}
              </span>
            ))}
          </Fact>
        ) : null}
        <Fact label="Last sign-in">{lastSignInAt ? <RelativeTime instant={lastSignInAt} /> : "never"}</Fact>
        <Fact label="Account since">
          <LocalTime style="dated" instant={createdAt} />
        </Fact>
        <Fact label="Time zone">{timeZone}</Fact>
        <Fact label="Reached by">
          {["Email", hasPhone ? "phone" : null, devices > 0 ? counted(devices, "device") : null]
            .filter(Boolean)
            .join(", ")}
        </Fact>
      </dl>
    </Card>
  );
}

/** The doctor's or hospital's profile, and whether it is verified. */
function Profiles({ person: { doctor, hospital } }: { person: PersonDetails }) {
  return (
    <>
      {doctor ? (
        <Fact label="Doctor’s profile">
          <span className="flex flex-wrap items-center gap-2">
            <StatusBadge {...VERIFICATION_LABELS[doctor.verification]} />
            <PageLink href={routes.admin.doctor(doctor.id)}>Open the profile</PageLink>
          </span>
        </Fact>
      ) : null}
      {hospital ? (
        <Fact label="Works at">
          <PageLink href={routes.admin.hospital(hospital.id)}>{hospital.name}</PageLink>
        </Fact>
      ) : null}
    </>
  );
}

function PageLink({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Link href={href} className="touch-target font-semibold break-words text-accent hover:underline">
      {children}
    </Link>
  );
}
