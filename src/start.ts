import { giveUp } from "./give-up.ts";
import { readCall } from "./read-call.ts";
import { sendReader } from "./reader/send-reader.ts";
import { readSettings } from "./settings.ts";

/*
 * What start.mjs runs. The reader sets out first: while she reads, the rest of the program is loaded, which on two cores
 * makes up for the 150 ms that a thread of her own costs.
 */
const read = readSettings(process.env);
if ("wrong" in read) giveUp(read.wrong);
const call = readCall(process.argv.slice(2));
if ("wrong" in call) giveUp(call.wrong);
const brought = sendReader({ folder: read.settings.CONTENT_DIR, today: call.today });
const { open } = await import("./main.ts");
await open(read.settings, brought, call);
