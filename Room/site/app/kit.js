import { kitWords, readKit } from "../seal/words.js";
import { random } from "../seal/bytes.js";
import { buttons, button, el, note, p, saveFile, status, summary } from "./dom.js";
import { problem } from "./form.js";
import { day, say } from "./words.js";
export const freshKit = () => random(16);
export async function kitFile(kit, { pool_name, email, name }, at) {
  const words = await kitWords(kit);
  const head = [say("common.kit.file", { pool: pool_name }), location.origin, email || name, day(at), ""];
  return [...head, ...words.map((word, index) => `${index + 1}. ${word}`), ""].join("\r\n");
}
export async function kitOf(text, field) {
  const numbered = [...text.matchAll(/^\s*\d{1,2}[.)]\s+(\p{L}+)\s*$/gmu)].map(([, word]) => word);
  const read = await readKit(numbered.length === 12 ? numbered.join(" ") : text);
  if ("secret" in read) return read.secret;
  if (read.problem !== "unknown") throw problem(field, say(`common.kit.${read.problem}`));
  const values = { place: (read.at ?? 0) + 1, near: read.near?.join(", ") ?? "" };
  throw problem(field, say(values.near ? "common.kit.unknown" : "common.kit.strange", values));
}
export async function kitFrom({ kit, kit_file }) {
  const text = kit_file && kit_file.size > 0 && kit_file.size < 20_000 ? await kit_file.text() : kit;
  if (!text?.trim()) throw problem("kit", say("common.kit.empty"));
  return kitOf(text, "kit");
}
export async function kitSheet(kit, session, at) {
  const words = await kitWords(kit);
  return el("section", { class: "sheet", "aria-labelledby": "sheet-title" },
    el("h2", { id: "sheet-title" }, say("common.kit.title", { pool: session.pool_name })),
    summary([
      [say("common.kit.whose"), session.name],
      [say("common.kit.account"), session.email || session.name],
      [say("common.kit.place"), location.origin],
      [say("common.kit.made"), day(at)],
    ]),
    el("ol", { class: "kit code", translate: "no" }, words.map((word) => el("li", {}, word))),
    p(say("common.kit.care")));
}
export function kitButtons(kit, session, at) {
  const told = status();
  const copy = async () => {
    const text = (await kitWords(kit)).join(" ");
    try {
      await navigator.clipboard.writeText(text);
      told.replaceChildren(p(say("common.kit.copied")));
    } catch {
      told.replaceChildren(p(say("common.kit.not_copied")));
    }
  };
  const save = async () => {
    saveFile(say("common.kit.file_name"), await kitFile(kit, session, at));
    told.replaceChildren(p(say("common.kit.saved")));
  };
  return [
    buttons(button(say("common.kit.print"), () => print()), button(say("common.kit.save"), save, { class: "quiet" }),
      button(say("common.kit.copy"), copy, { class: "quiet" })),
    told,
    note("warn", p(say("common.kit.never"))),
  ];
}
export function twoPlaces() {
  const first = random(1)[0] % 12;
  return [first, (first + 1 + (random(1)[0] % 11)) % 12].sort((a, b) => a - b);
}
