import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { ExportForm } from "./export-form";

const request = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/data-exports/actions", () => ({
  requestHospitalExportAction: request,
  requestPlatformExportAction: request,
}));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const form = <ExportForm hospitalId="h" kinds={["STAFF", "STAYS"]} today="2026-11-28" email="a@caresync.test" />;
beforeEach(() => request.mockReset());

it("asks for the password, and keeps the question open while it is wrong", async () => {
  const user = userEvent.setup();
  const fields = [{ path: "password", message: "That isn't your password" }];
  request.mockResolvedValueOnce({ ok: false, error: { code: "invalid", message: "", fields, requestId: "1" } });
  request.mockResolvedValueOnce({ ok: true, data: {} });
  render(form);
  await user.click(screen.getByRole("button", { name: "Export staff" }));
  await user.type(screen.getByLabelText("Your password"), "wrong");
  await user.click(screen.getByRole("button", { name: "Export staff" }));
  expect(await screen.findByText("That isn't your password")).toBeVisible();
  await user.type(screen.getByLabelText("Your password"), "!");
  await user.click(screen.getByRole("button", { name: "Export staff" }));
  expect(screen.queryByLabelText("Your password")).toBeNull();
  expect(request).toHaveBeenLastCalledWith({
    hospitalId: "h",
    kind: "STAFF",
    format: "CSV",
    hasMark: true,
    password: "wrong!",
  });
});

it("offers a period for lists that have one, and a mark for CSV alone", async () => {
  const user = userEvent.setup();
  render(form);
  expect(screen.queryByRole("radio", { name: "Some days" })).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Stays" }));
  await user.click(screen.getByRole("radio", { name: "Some days" }));
  expect(screen.getByLabelText("First day")).toBeVisible();
  expect(screen.getByRole("checkbox", { name: "For Excel" })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: "NDJSON" }));
  expect(screen.queryByRole("checkbox", { name: "For Excel" })).toBeNull();
});
