"use client";
import { ClipboardList } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { addQuestionnaireAction } from "@/lib/domain/questionnaires/actions";
import { tryAction } from "@/lib/platform/actions/try-action";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export type ServiceToAsk = {
  id: string;
  name: string;
  questionnaire: { id: string; isAsked: boolean; published: number; count: number } | null;
};

type Props = { services: ServiceToAsk[]; hospitalId: string | null; canChange: boolean };

/** The services of a doctor or a hospital, each with what is asked before it. */
export function ServicesToAsk({ services, hospitalId, canChange }: Props) {
  if (services.length === 0) {
    return (
      <EmptyState
        icon={<ClipboardList />}
        title="No services yet"
        text={
          hospitalId
            ? "Services appear here once a doctor of the hospital offers them."
            : "Add the services you offer in your settings, then ask before them."
        }
      />
    );
  }
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {services.map((service) => (
          <li key={service.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-[1_1_14rem]">
              <h2 className="text-base">{service.name}</h2>
              <p className="text-sm text-quiet">{countText(service)}</p>
            </div>
            <State {...service} />
            <Way service={service} hospitalId={hospitalId} canChange={canChange} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function countText({ questionnaire }: ServiceToAsk): string {
  return questionnaire ? counted(questionnaire.count, "question") : "Nothing is asked.";
}

function State({ questionnaire }: ServiceToAsk) {
  if (!questionnaire) return null;
  if (questionnaire.isAsked) return <Badge tone="good">Asked</Badge>;
  return <Badge>{questionnaire.published > 0 ? "Withdrawn" : "Draft"}</Badge>;
}

function Way({
  service: { id, name, questionnaire },
  hospitalId,
  canChange,
}: Omit<Props, "services"> & { service: ServiceToAsk }) {
  const router = useRouter();
  const [isAdding, start] = useTransition();
  const hrefOf = (of: string) => (hospitalId ? routes.hospital.questionnaire(of) : routes.doctor.questionnaire(of));
  if (questionnaire) {
    return (
      <Button asChild variant="secondary" size="sm">
        <Link href={hrefOf(questionnaire.id)} aria-label={`${canChange ? "Edit" : "View"} the questions: ${name}`}>
          {canChange ? "Edit" : "View"}
        </Link>
      </Button>
    );
  }
  if (!canChange) return null;
  const add = () =>
    start(async () => {
      const result = await tryAction(() => addQuestionnaireAction({ serviceId: id, hospitalId }));
      if (result.ok) router.push(hrefOf(result.data.id));
      else toast.error(result.error.message);
    });
  return (
    <Button variant="secondary" size="sm" pending={isAdding} aria-label={`Write questions: ${name}`} onClick={add}>
      Write questions
    </Button>
  );
}
