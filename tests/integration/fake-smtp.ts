import { createServer, type AddressInfo, type Socket } from "node:net";

type ReceivedMail = { messageId: string; raw: string };

/** A mail server on loopback, with just enough SMTP, that keeps what it has accepted and can misbehave. */
export async function startFakeSmtp() {
  const received: ReceivedMail[] = [];
  const behaviour = {
    /** What it answers to a recipient, such as `550 no such person`; null accepts. */
    refusal: null as string | null,
    /** Runs once a mail was accepted, before the client hears of it. */
    onAccepted: async (): Promise<void> => undefined,
  };
  const server = createServer((socket) => speak(socket));

  function speak(socket: Socket): void {
    let inData = false;
    let [waiting, raw] = ["", ""];
    socket.setNoDelay(true);
    socket.write("220 test ESMTP\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const lines = (waiting + chunk.toString("utf8")).split("\r\n");
      waiting = lines.pop() ?? "";
      for (const line of lines) {
        if (inData) readLine(line);
        else answer(line);
      }
    });

    function readLine(line: string): void {
      if (line !== ".") {
        raw += `${line.replace(/^\.\./, ".")}\r\n`;
        return;
      }
      inData = false;
      const messageId = /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? "";
      received.push({ messageId, raw });
      raw = "";
      void behaviour.onAccepted().then(() => socket.write("250 taken\r\n"));
    }

    function answer(line: string): void {
      if (/^DATA/i.test(line)) {
        inData = true;
        socket.write("354 go on\r\n");
      } else if (/^RCPT/i.test(line) && behaviour.refusal !== null) socket.write(`${behaviour.refusal}\r\n`);
      else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    }
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    behaviour,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
