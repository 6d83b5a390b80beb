import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { verifyCodeAction } from "@/lib/domain/prescriptions/actions";
import { VerifyCode } from "./verify-code";

vi.mock("@/lib/domain/prescriptions/actions", () => ({ verifyCodeAction: vi.fn() }));

const verify = vi.mocked(verifyCodeAction);
const answerWith = (valid: boolean) =>
  verify.mockImplementation((_before, form) => Promise.resolve({ code: String(form.get("code")), valid }));

afterEach(() => {
  window.history.replaceState(null, "", "/");
  verify.mockReset();
});

it("says that a code is valid, and shows it as it is printed", async () => {
  answerWith(true);
  render(<VerifyCode />);
  await userEvent.type(screen.getByRole("textbox", { name: /^Code/ }), "7k3m oqiz ab45 cdef");
  await userEvent.click(screen.getByRole("button", { name: "Check the code" }));
  expect(await screen.findByRole("status")).toHaveTextContent(/^Valid7K3M-0Q1Z-AB45-CDEF/);
  expect(screen.getByRole("textbox", { name: /^Code/ })).toHaveValue("7K3M-0Q1Z-AB45-CDEF");
});

it("says that a code is not valid, and keeps what was typed", async () => {
  answerWith(false);
  render(<VerifyCode />);
  await userEvent.type(screen.getByRole("textbox", { name: /^Code/ }), "7k3m");
  await userEvent.click(screen.getByRole("button", { name: "Check the code" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/^Not valid/);
  expect(screen.getByRole("textbox", { name: /^Code/ })).toHaveValue("7k3m");
});

it("checks a scanned code by itself, and takes it out of the address", async () => {
  answerWith(true);
  window.history.replaceState(null, "", "/prescriptions#7K3M0Q1ZAB45CDEF");
  render(<VerifyCode />);
  expect(await screen.findByRole("status")).toHaveTextContent("7K3M-0Q1Z-AB45-CDEF");
  expect(window.location.href).not.toContain("7K3M");
});

it("leaves anything else in the fragment alone", async () => {
  window.history.replaceState(null, "", "/prescriptions#%E0%A4%A");
  render(<VerifyCode />);
  await waitFor(() => expect(screen.getByRole("textbox", { name: /^Code/ })).toHaveValue(""));
  expect(verify).not.toHaveBeenCalled();
});
