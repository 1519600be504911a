import { judge, makePassphrase } from "../seal/passphrase.js";
import { el, p } from "./dom.js";
import { choose, field, problem } from "./form.js";
import { say } from "./words.js";
export function passphraseFields(session) {
  const made = makePassphrase();
  const options = [["made", say("common.pass.made")], ["own", say("common.pass.own")], ["none", say("common.pass.none")]];
  const fields = [
    choose("how", say("common.pass.how"), (options), session.passphrase === "default" ? "made" : "none"),
    el("div", { "data-for": "made" }, p(say("common.pass.these")), el("p", { class: "code", id: "made-words", translate: "no" }, made),
      p(say("common.pass.keep"), { class: "hint" })),
    el("div", { "data-for": "own" }, field("passphrase", {
      label: say("common.passphrase.new"), hint: say("common.pass.hint"), kind: "password", autocomplete: "new-password",
    })),
    el("input", { type: "text", name: "username", autocomplete: "username", value: session.email || session.name, hidden: true }),
  ];
  return { fields, given: (values) => given(values, made, session.known) };
}
export function followChoice(sheet) {
  const choice = () => {
    const how = (sheet.elements).how.value;
    for (const part of (sheet.querySelectorAll("[data-for]"))) part.hidden = part.dataset.for !== how;
  };
  sheet.addEventListener("change", choice);
  choice();
  return sheet;
}
function given({ how, passphrase }, made, known) {
  if (how === "none") return null;
  if (how === "made") return made;
  const fault = judge(passphrase, known);
  if (fault) throw problem("passphrase", say(`common.passphrase.${fault}`));
  return passphrase;
}
