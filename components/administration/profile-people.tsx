import { DataList } from "@/components/ui/data-list";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { AFFILIATION_LABELS } from "@/lib/domain/administration/format";
import type { AffiliationStatus } from "@/lib/domain/affiliations/status";
import { ROLE_WORDS } from "@/lib/domain/staff/format";
import type { StaffMember } from "@/lib/domain/staff/schema";
import { routes, type Route } from "@/lib/site/routes";

/** A hospital's staff; each leads to their account. */
export function ProfileStaff({ staff }: { staff: StaffMember[] }) {
  return (
    <DataList
      caption="Staff"
      rows={staff}
      rowKey={({ id }) => id}
      rowHref={({ userId }) => routes.admin.person(userId)}
      columns={[
        {
          key: "name",
          header: "Name",
          phone: "title",
          cell: ({ name }) => <span className="break-words">{name}</span>,
        },
        { key: "role", header: "Role", cell: ({ role }) => ROLE_WORDS[role] },
        { key: "email", header: "Email", cell: ({ email }) => <span className="wrap-anywhere">{email}</span> },
        {
          key: "since",
          header: "Since",
          cell: ({ createdAt }) => <LocalTime style="dated" instant={createdAt} className="tabular" />,
        },
      ]}
    />
  );
}

type AffiliationLine = {
  id: string;
  /** The other side: the doctor of a hospital, or the hospital of a doctor. */
  name: string;
  href: Route;
  department: string | null;
  status: AffiliationStatus;
  since: string;
};

/** Who works where: a hospital's doctors, or a doctor's hospitals. */
export function ProfileAffiliations({ caption, lines }: { caption: string; lines: AffiliationLine[] }) {
  return (
    <DataList
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ href }) => href}
      columns={[
        {
          key: "name",
          header: "Name",
          phone: "title",
          cell: ({ name }) => <span className="break-words">{name}</span>,
        },
        { key: "department", header: "Department", cell: ({ department }) => department },
        {
          key: "since",
          header: "Since",
          cell: ({ since }) => <LocalTime style="dated" instant={since} className="tabular" />,
        },
        {
          key: "status",
          header: "Status",
          phone: "aside",
          cell: ({ status }) => <StatusBadge {...AFFILIATION_LABELS[status]} />,
        },
      ]}
    />
  );
}
