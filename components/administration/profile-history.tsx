import { DataList } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { CHANGE_STATUS_LABELS, PROFILE_STEP_WORDS } from "@/lib/domain/administration/format";
import type { Change } from "@/lib/domain/administration/schema";
import type { ProfileDetails } from "@/lib/domain/administration/schema-profiles";
import { FIELD_LABELS } from "@/lib/domain/doctors/format";
import { routes } from "@/lib/site/routes";

/** The steps of a verification, the latest first. */
export function ProfileHistory({ history }: { history: ProfileDetails["history"] }) {
  return (
    <DataList
      caption="Verification"
      rows={history}
      rowKey={({ at, step }) => `${at} ${step}`}
      columns={[
        { key: "step", header: "Step", phone: "title", cell: ({ step }) => PROFILE_STEP_WORDS[step] },
        {
          key: "at",
          header: "When",
          cell: ({ at }) => <LocalTime style="dated-time" instant={at} className="tabular" />,
        },
        {
          key: "by",
          header: "By",
          cell: ({ by }) =>
            by ? (
              <Link href={routes.admin.person(by.id)} className="hover:underline">
                {by.name}
              </Link>
            ) : null,
        },
      ]}
    />
  );
}

/** What they have asked to change, and what became of it, the latest first. */
export function ProfileChanges({ changes }: { changes: Change[] }) {
  return (
    <DataList
      caption="Changes they asked for"
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "what",
          header: "New values",
          phone: "title",
          cell: ({ fields }) => (
            <span className="block wrap-anywhere">
              {fields.map(({ field, to }) => `${FIELD_LABELS[field]}: ${to ?? "nothing"}`).join("; ")}
            </span>
          ),
        },
        {
          key: "at",
          header: "Asked",
          cell: ({ createdAt }) => <LocalTime style="dated-time" instant={createdAt} className="tabular" />,
        },
        { key: "who", header: "By", cell: ({ contact }) => contact },
        {
          key: "status",
          header: "Status",
          phone: "aside",
          cell: ({ status }) => <StatusBadge {...CHANGE_STATUS_LABELS[status]} />,
        },
        { key: "reason", header: "Reason", cell: ({ reason }) => reason },
      ]}
    />
  );
}
