import type { Person } from "@/lib/domain/administration/schema";
import { DataList } from "@/components/ui/data-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { routes } from "@/lib/site/routes";
import { PersonRoles } from "./person-roles";
import { SuspendButton } from "./suspend-button";

/** Accounts with their roles; nothing clinical. */
export function PeopleList({ people, ownId }: { people: Person[]; ownId: string | null }) {
  return (
    <DataList
      caption="Accounts"
      rows={people}
      rowKey={(person) => person.id}
      rowHref={(person) => routes.admin.person(person.id)}
      columns={[
        {
          key: "name",
          header: "Name",
          phone: "title",
          cell: (person) => (
            <span className="block min-w-0">
              <span className="block font-semibold break-words">{person.name}</span>
              <span className="block text-sm font-normal wrap-anywhere text-quiet">{person.email}</span>
            </span>
          ),
        },
        { key: "holds", header: "Roles", cell: (person) => <PersonRoles person={person} /> },
        {
          key: "seen",
          header: "Last sign-in",
          cell: (person) => (person.lastSignInAt ? <RelativeTime instant={person.lastSignInAt} /> : "never"),
        },
        {
          key: "status",
          header: "Status",
          phone: "aside",
          cell: (person) =>
            person.status === "ACTIVE" ? (
              <StatusBadge tone="good" label="Active" />
            ) : (
              <StatusBadge tone="stop" label="Suspended" />
            ),
        },
        {
          key: "act",
          header: "Actions",
          align: "end",
          cell: (person) =>
            person.id === ownId ? <span className="text-quiet">You</span> : <SuspendButton person={person} />,
        },
      ]}
    />
  );
}
