import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";

/** The people whose whole record can be downloaded, each with its button. */
export function DownloadList({ patients }: { patients: readonly { id: string; name: string }[] }) {
  return (
    <ul
      aria-label="Records to download"
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {patients.map(({ id, name }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 p-4">
          <span className="min-w-0 flex-1 basis-40 font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
          </span>
          <Button asChild variant="secondary">
            <a href={`/api/patients/${id}/export`} download>
              <Download aria-hidden /> Download<span className="sr-only"> the record of {name}</span>
            </a>
          </Button>
        </li>
      ))}
    </ul>
  );
}
