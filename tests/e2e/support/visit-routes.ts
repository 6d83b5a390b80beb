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

/** What the demo's doctor asks, and what the demo's hospital has begun to ask. */
async function questionnaireOf(role: "doctor" | "hospital"): Promise<string> {
  const api = new Api(demoAccounts[role]);
  const me = await api.get<Record<"doctor" | "hospital", { id: string }>>("/api/me");
  const path = `/api/${role}s/${me[role].id}/questionnaires`;
  const { items } = await api.get<{ items: { id: string }[] }>(path);
  if (items[0]) return `/${role}/questionnaires/${items[0].id}`;
  const asking = await new Api(demoAccounts.doctor).get<{ doctor: { id: string } }>("/api/me");
  const own = await new Api(demoAccounts.doctor).get<{ items: { service: { id: string } }[] }>(
    `/api/doctors/${asking.doctor.id}/questionnaires`,
  );
  const { id } = await api.post<{ id: string }>(path, { serviceId: own.items[0]?.service.id });
  return `/${role}/questionnaires/${id}`;
}

/** The pages of a visit that is yet to come, and what is asked before it. */
export const COMING_VISIT_ROUTES: Record<string, Route> = {
  "/patient/visits/[id]/move": {
    as: "patient",
    path: async () => `/patient/visits/${await comingVisit()}/move`,
  },
  "/patient/visits/[id]/questions": {
    as: "patient",
    path: async () => `/patient/visits/${await comingVisit()}/questions`,
  },
  "/patient/messages/[id]": { as: "patient", path: async () => `/patient/messages/${await comingVisit()}` },
  "/doctor/messages/[id]": { as: "doctor", path: async () => `/doctor/messages/${await comingVisit()}` },
  "/doctor/questionnaires/[id]": { as: "doctor", path: () => questionnaireOf("doctor") },
  "/hospital/questionnaires/[id]": { as: "hospital", path: () => questionnaireOf("hospital") },
};
