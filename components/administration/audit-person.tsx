import type { Route } from "next";
import { Link } from "@/components/ui/link";
import type { Person } from "@/lib/domain/administration/schema";
import { routes } from "@/lib/site/routes";

const linkStyle = "touch-target font-semibold text-accent hover:underline";
type Named = Pick<Person, "id" | "name" | "email">;

/** Whose entries are listed, and the way back to everyone's. */
export function AuditPerson({ person, everyone }: { person: Named | null; everyone: Route }) {
  return (
    <p className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
      <span>
        What{" "}
        {person ? (
          <Link href={routes.admin.person(person.id)} className={linkStyle}>
            {person.name}
          </Link>
        ) : (
          "a removed account"
        )}{" "}
        did.
      </span>
      <Link href={everyone} className={linkStyle}>
        Show everyone
      </Link>
    </p>
  );
}

/** The accounts that a name could mean. */
export function AuditPeople({ people, hrefOf }: { people: Named[]; hrefOf: (person: Named) => Route }) {
  return (
    <ul aria-label="Accounts" className="grid gap-2">
      {people.map((person) => (
        <li key={person.id}>
          <Link href={hrefOf(person)} className={linkStyle}>
            {person.name}
          </Link>{" "}
          <span className="wrap-anywhere text-quiet">{person.email}</span>
        </li>
      ))}
    </ul>
  );
}
