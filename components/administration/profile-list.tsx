import { DataList } from "@/components/ui/data-list";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { KIND_LABELS, VERIFICATION_LABELS } from "@/lib/domain/administration/format";
import type { ProfileKind } from "@/lib/domain/administration/schema";
import type { ListedProfile } from "@/lib/domain/administration/schema-profiles";
import { routes } from "@/lib/site/routes";

/** Doctors or hospitals of every state. */
export function ProfileList({ kind, profiles }: { kind: ProfileKind; profiles: ListedProfile[] }) {
  return (
    <DataList
      caption={`${KIND_LABELS[kind]}s`}
      rows={profiles}
      rowKey={({ id }) => id}
      rowHref={({ id }) => (kind === "doctor" ? routes.admin.doctor(id) : routes.admin.hospital(id))}
      columns={[
        {
          key: "name",
          header: "Name",
          phone: "title",
          cell: ({ name }) => <span className="break-words">{name}</span>,
        },
        {
          key: "place",
          header: "Place",
          cell: ({ city, country }) => [city, country].filter(Boolean).join(", ") || null,
        },
        { key: "since", header: "Signed up", cell: ({ createdAt }) => <LocalTime style="dated" instant={createdAt} /> },
        {
          key: "state",
          header: "Status",
          phone: "aside",
          cell: ({ verification }) => <StatusBadge {...VERIFICATION_LABELS[verification]} />,
        },
      ]}
    />
  );
}
