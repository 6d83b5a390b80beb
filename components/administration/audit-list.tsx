import { Link } from "@/components/ui/link";
import { WAY_LABELS } from "@/lib/domain/administration/format";
import type { AuditLine } from "@/lib/domain/administration/schema";
import type { AuditWay } from "@/lib/domain/administration/status";
import { DataList, type DataColumn } from "@/components/ui/data-list";
import { LocalTime } from "@/components/ui/local-time";
import { routes } from "@/lib/site/routes";

const linkStyle = "hover:underline";
const detailText = (details: AuditLine["details"]) =>
  Object.entries(details)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(" · ");

const COLUMNS: DataColumn<AuditLine>[] = [
  {
    key: "action",
    header: "Action",
    phone: "title",
    cell: (line) => (
      <span className="block min-w-0">
        <Link href={routes.admin.audit({ action: line.action })} className={`font-semibold ${linkStyle}`}>
          {line.action}
        </Link>
        <span className="block text-sm font-normal break-words text-quiet">{detailText(line.details)}</span>
      </span>
    ),
  },
  {
    key: "when",
    header: "When",
    cell: (line) => <LocalTime style="dated-time" instant={line.occurredAt} className="tabular" />,
  },
  {
    key: "who",
    header: "Who",
    cell: (line) =>
      line.actor ? (
        <Link href={routes.admin.audit({ actorId: line.actor.id })} className={linkStyle}>
          {line.actor.name}
        </Link>
      ) : (
        <span className="text-quiet">{line.via === "system" ? "CareSync" : "Not signed in"}</span>
      ),
  },
  { key: "via", header: "Via", cell: ({ via }) => WAY_LABELS[via as AuditWay] ?? via },
  {
    key: "subject",
    header: "What",
    cell: (line) =>
      line.subjectId ? (
        <Link href={routes.admin.audit({ subjectId: line.subjectId })} className={linkStyle}>
          {line.subject} <span className="text-quiet tabular">…{line.subjectId.slice(-8)}</span>
        </Link>
      ) : (
        line.subject
      ),
  },
];

/** Lines of the audit trail; each part links to all lines that share it. */
export function AuditList({ lines }: { lines: AuditLine[] }) {
  return <DataList caption="Audit trail" rows={lines} rowKey={(line) => line.position} columns={COLUMNS} />;
}
