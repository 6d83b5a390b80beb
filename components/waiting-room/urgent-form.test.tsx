import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { routes } from "@/lib/site/routes";
import { UrgentForm, type UrgentQueue } from "./urgent-form";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }), unstable_rethrow: () => undefined }));
const overbookPatientAction = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/waiting-room/actions", () => ({ overbookPatientAction }));
const searches = vi.hoisted(() => ({ searchPatientsAction: vi.fn(), searchSimilarPatientsAction: vi.fn() }));
vi.mock("@/lib/domain/front-desk/actions", () => searches);

const KNOWN = {
  id: "0199d000-0000-7000-8000-000000000009",
  name: "Ada Known",
  bornOn: "1980-02-03",
  lastVisitOn: null,
};
const PRACTICE: UrgentQueue = { doctorId: "d1", hospitalId: null, label: "Own practice" };
const HOSPITAL: UrgentQueue = { doctorId: "d1", hospitalId: "h1", label: "Lindenhof" };
const COLLEAGUE: UrgentQueue = { doctorId: "d2", hospitalId: "h1", label: "Dr Abelard" };

beforeEach(() => {
  push.mockReset();
  overbookPatientAction.mockReset().mockResolvedValue({ ok: true, data: { id: "1" } });
  searches.searchPatientsAction.mockReset().mockResolvedValue({ ok: true, data: [KNOWN] });
  searches.searchSimilarPatientsAction.mockReset().mockResolvedValue({ ok: true, data: [] });
});

const name = (typed: string) => userEvent.type(screen.getByRole("textbox", { name: "Name" }), typed);
const add = () => userEvent.click(screen.getByRole("button", { name: "Add and check in" }));
const choose = (label: string, option: string) =>
  userEvent.selectOptions(screen.getByRole("combobox", { name: label }), option);

describe("in the doctor's portal", () => {
  it("adds a new patient at the only place without asking where", async () => {
    render(<UrgentForm portal="doctor" hospitalId={null} queues={[PRACTICE]} />);
    await name("Una Urgent");
    await choose("Why they can’t wait", "Severe pain");
    await add();
    const patient = { name: "Una Urgent" };
    expect(overbookPatientAction).toHaveBeenCalledWith({
      doctorId: "d1",
      priority: "PAIN",
      patient: expect.objectContaining(patient),
    });
    expect(push).toHaveBeenCalledWith(routes.doctor.waitingRoom());
  });

  it("asks where, when there are several places", async () => {
    render(<UrgentForm portal="doctor" hospitalId={null} queues={[PRACTICE, HOSPITAL]} />);
    await name("Una Urgent");
    await add();
    expect(screen.getByRole("combobox", { name: "Place" })).toHaveAccessibleDescription(/Choose a place/);
    expect(overbookPatientAction).not.toHaveBeenCalled();
    await choose("Place", "Lindenhof");
    await add();
    expect(overbookPatientAction).toHaveBeenCalledWith(expect.objectContaining({ doctorId: "d1", hospitalId: "h1" }));
  });

  it("finds an existing patient among the doctor's own", async () => {
    render(<UrgentForm portal="doctor" hospitalId={null} queues={[PRACTICE]} />);
    await userEvent.click(screen.getByRole("radio", { name: "Existing patient" }));
    await userEvent.click(screen.getByRole("combobox", { name: "Patient" }));
    await userEvent.keyboard("ada");
    await userEvent.click(await screen.findByRole("option", { name: /Ada Known/ }));
    expect(searches.searchPatientsAction).toHaveBeenCalledWith({ hospitalId: null, name: "ada" });
    await add();
    expect(overbookPatientAction).toHaveBeenCalledWith(expect.objectContaining({ patientId: KNOWN.id }));
  });
});

describe("in the hospital's portal", () => {
  it("asks for the doctor, and keeps what was typed when it fails", async () => {
    const error = { code: "quota-reached", message: "Only 6 urgent patients a day can be added." };
    overbookPatientAction.mockResolvedValue({ ok: false, error });
    render(<UrgentForm portal="hospital" hospitalId="h1" queues={[HOSPITAL, COLLEAGUE]} />);
    await name("Una Urgent");
    await choose("Doctor", "Dr Abelard");
    await add();
    expect(overbookPatientAction).toHaveBeenCalledWith(expect.objectContaining({ doctorId: "d2", hospitalId: "h1" }));
    expect(await screen.findByText(error.message)).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Una Urgent");
    expect(push).not.toHaveBeenCalled();
  });
});
