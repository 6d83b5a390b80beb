import { Badge } from "@/components/ui/badge";
import type { Person } from "@/lib/domain/administration/schema";

/** What someone holds; of patients only how many. */
export function PersonRoles({ person }: { person: Person }) {
  const held = [
    person.isAdmin ? "Administrator" : null,
    person.doctor ? "Doctor" : null,
    person.hospital
      ? `${person.hospital.role === "MANAGER" ? "Manager" : "Coordinator"} of ${person.hospital.name}`
      : null,
    person.patients > 0 ? (person.patients === 1 ? "Patient" : `Books for ${person.patients}`) : null,
  ].filter((text) => text !== null);
  return (
    <span className="flex min-w-0 flex-wrap gap-1.5">
      {held.map((text) => (
        <Badge key={text} className="h-auto py-0.5 whitespace-normal">
          {text}
        </Badge>
      ))}
    </span>
  );
}
