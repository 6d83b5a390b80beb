import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { AskEarlier, type WaitTargets } from "./ask-earlier";

const join = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/waitlist/actions", () => ({ joinWaitlistAction: join }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));

const ASHA = { id: "p1", name: "Asha Abelard" };
const AT_HOSPITAL: WaitTargets = {
  label: "What you need",
  options: [
    { label: "Cardiology, any doctor", target: { hospitalId: "h", specialtyId: "s" } },
    { label: "Hearing test", target: { hospitalId: "h", serviceId: "v" } },
  ],
};

async function open(targets = AT_HOSPITAL, patients = [ASHA]) {
  render(<AskEarlier targets={targets} patients={patients} today="2030-03-04" last={null} />);
  await userEvent.click(screen.getByRole("button", { name: "Ask for an earlier time" }));
  return within(screen.getByRole("dialog", { name: "Ask for an earlier time" }));
}

beforeEach(() => {
  join.mockReset().mockResolvedValue({ ok: true, data: {} });
});

it("joins for the chosen service, patient and weekdays", async () => {
  const dialog = await open(AT_HOSPITAL, [ASHA, { id: "p2", name: "Ben Abelard" }]);
  await userEvent.selectOptions(dialog.getByLabelText("What you need"), "Hearing test");
  await userEvent.selectOptions(dialog.getByLabelText("For"), "Ben Abelard");
  await userEvent.click(dialog.getByRole("checkbox", { name: "Monday" }));
  await userEvent.click(dialog.getByRole("button", { name: "Join the waitlist" }));
  expect(join).toHaveBeenCalledWith({
    patientId: "p2",
    hospitalId: "h",
    serviceId: "v",
    from: "2030-03-04",
    weekdays: [1],
    startTime: "00:00",
    endTime: "24:00",
  });
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

it("doesn't ask where there is only one choice", async () => {
  const dialog = await open({ label: "Doctor", options: [{ label: "Dr Ada Moss", target: { doctorId: "d" } }] });
  expect(dialog.queryByRole("combobox")).not.toBeInTheDocument();
});

it("leads to a time that suits already, instead of the waitlist", async () => {
  const time = { start: "2030-03-06T09:00:00Z", timeZone: "UTC", doctorName: "Dr Ada Moss", doctorSlug: "ada-moss" };
  const error = {
    code: "times-open",
    message: "There's a time that suits you already.",
    extra: { alternatives: [time] },
  };
  join.mockResolvedValue({ ok: false, error });
  const dialog = await open();
  await userEvent.click(dialog.getByRole("button", { name: "Join the waitlist" }));
  expect(await dialog.findByRole("status")).toHaveTextContent("There's a time that suits you already.");
  const link = within(dialog.getByRole("list", { name: "Open times" })).getByRole("link", { name: /Dr Ada Moss/ });
  expect(link).toHaveAttribute("href", expect.stringMatching(/^\/doctors\/ada-moss\?start=2030-03-06T09/));
});
