import { Api } from "./api";
import type { Route } from "./routes";
import { demoAccounts } from "./sign-in";

/** An upcoming appointment of the demo's patient with the demo's doctor, who asks questions before it. */
async function comingVisit(): Promise<string> {
  const [asDoctor, asPatient] = [new Api(demoAccounts.doctor), new Api(demoAccounts.patient)];
  const { doctor } = await asDoctor.get<{ doctor: { id: string } }>("/api/me");
  const { items } = await asPatient.get<{ items: { id: string; status: string; doctorId: string }[] }>(
    "/api/appointments?limit=100&order=desc",
  );
  const found = items.find((one) => one.doctorId === doctor.id && ["PENDING", "CONFIRMED"].includes(one.status));
  if (!found) throw new Error("The demo's patient has no appointment with the demo's doctor.");
  return found.id;
}

/** The pages of a visit that is yet to come. */
export const COMING_VISIT_ROUTES: Record<string, Route> = {
  "/patient/visits/[id]/move": {
    as: "patient",
    path: async () => `/patient/visits/${await comingVisit()}/move`,
  },
  "/patient/visits/[id]/questions": {
    as: "patient",
    path: async () => `/patient/visits/${await comingVisit()}/questions`,
  },
};
